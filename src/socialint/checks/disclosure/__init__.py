"""Advertising that doesn't say so: what the writer got, how it is labelled, which law asks."""
