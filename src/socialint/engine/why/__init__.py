"""Why a rule speaks, or says nothing, at a place."""
