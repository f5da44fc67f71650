"""Whether a draft speaks as its brand does."""
