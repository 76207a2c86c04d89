"""What the clocks of an assessment are called on screen."""

from __future__ import annotations

from ui.language import tr

__all__ = ["clock_words"]


def clock_words(name: str) -> str:
    """Return what a clock (:mod:`hsb_assess.rules.clocks`) is called."""
    return {
        "first_decision": tr("First decision"),
        "assessment": tr("Assessment"),
        "strategy": tr("Strategy discussion"),
        "conference": tr("Conference or planning meeting"),
        "child_seen": tr("This child seen again"),
        "support_offer": tr("Support offered"),
        "support_start": tr("Support started"),
        "safety_plan_review": tr("Safety plan looked at again"),
        "challenge_answer": tr("Challenge answered"),
        "criminal_process": tr("Investigation of this child"),
        "interview": tr("Interview of this child"),
        "device": tr("Device back"),
        "investigation_of_harm": tr("Investigation of harm: next chase"),
        "order_end": tr("Order or condition ends"),
        "release": tr("Release of an adult"),
        "stale_plan": tr("Plan looked at since a condition changed"),
    }.get(name, name)
