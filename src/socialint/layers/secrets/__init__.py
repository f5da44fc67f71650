"""What opens a door: keys and tokens by their shape, passwords and door codes by their words."""

from socialint.layers.secrets.scan import SECRETS, find_secrets
from socialint.layers.secrets.secret import Secret, SecretKind

__all__ = ["SECRETS", "Secret", "SecretKind", "find_secrets"]
