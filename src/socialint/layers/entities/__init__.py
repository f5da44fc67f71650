"""Links, names, figures, days and signs: what stands in a text by its form."""

from socialint.layers.entities.entity import FIGURES, Entity, EntityKind
from socialint.layers.entities.scan import ENTITIES, scan

__all__ = ["ENTITIES", "FIGURES", "Entity", "EntityKind", "scan"]
