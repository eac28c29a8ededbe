"""What may be typed into a plan, and what is said when it is wrong."""

from welfare.plans.forms.closing import CloseGoalForm
from welfare.plans.forms.rating import RatingForm, rating_form
from welfare.plans.forms.shape import Shape, shape_of
from welfare.plans.forms.writing import PlanForm, form_of_shape

__all__ = ["CloseGoalForm", "PlanForm", "RatingForm", "Shape", "form_of_shape", "rating_form", "shape_of"]
