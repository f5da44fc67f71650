"""Figures in a draft: which of them claim something about the world."""
