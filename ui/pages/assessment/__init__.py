"""The assessment page: sections, questions, guidance and balance."""

from ui.pages.assessment.page import AssessmentPage

__all__ = ["AssessmentPage"]
