"""What the templates of this room are given."""

from welfare.participation.pages.ideas import IdeaLine, IdeaPage, OwnIdeasPage, class_options, own_ideas
from welfare.participation.pages.overview import OverviewPage, Summary

__all__ = ["IdeaLine", "IdeaPage", "OverviewPage", "OwnIdeasPage", "Summary", "class_options", "own_ideas"]
