"""Engagement bait: asks for reactions, shares, tags and dictated comments."""
