"""Whether a claim is about the article's event, an episode of it, or something else."""

from testimonia.extract.scopes.rules import scope_of

__all__ = ["scope_of"]
