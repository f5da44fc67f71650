"""File formats: from a source to drafts, every character traced."""
