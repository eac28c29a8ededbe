"""The verbs of the arrangements room. Its catalogue is kept as every other (welfare.catalogues)."""

from welfare.arrangements.actions.using import AgreeOn, UseEndedError, UseRefusedError, agree_on, end_use

__all__ = ["AgreeOn", "UseEndedError", "UseRefusedError", "agree_on", "end_use"]
