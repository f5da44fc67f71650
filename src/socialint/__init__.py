"""socialint: a linter for drafts of social-media posts and replies."""
