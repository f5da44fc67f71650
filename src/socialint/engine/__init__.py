"""The pipeline's heart: rules meet drafts, hits become findings."""
