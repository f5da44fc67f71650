"""A reply and what it answers: what the customer said, what the reply does for them."""
