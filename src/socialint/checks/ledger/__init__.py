"""The claims ledger: what a brand may say, its proof, and what a draft makes of it."""
