"""Submit, return, resubmit, approve: two vaults, packages between them, documents that verify."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from hsb_assess.desk import access, assessing, caseload, certifying, issuing, organisation, reviewing, script, sharing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.verify import verify
from hsb_assess.trust.authority import certify
from hsb_assess.trust.card import Card
from hsb_assess.trust.organisation import Organisation, new_configuration_key, sign_organisation
from tests.unit.trust.test_authority import CA, CA_KEY

from .conftest import PASSPHRASE, begin, meet

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script

    from .conftest import Opened, Person

FIRST_FINDINGS = {"R01", "R02", "R16", "R18", "R21", "R26", "R28", "R29", "R30", "R32", "R33", "R59", "R60", "R65"}


def read_everything(supervisor: Person, assessment: str) -> None:
    """Open every part of the required reading and every other module."""
    definition = supervisor.at.catalogue.latest("holistic")
    parts = [code.code for code in definition.codes(definition.item("M23.required_read"))]
    for part in [*parts, *(module.id for module in definition.modules)]:
        reviewing.mark_opened(supervisor.at, assessment, part)


def submitted(practitioner: Person, supervisor: Person, story: Script) -> tuple[Opened, bytes]:
    """Have the practitioner submit the complete case; return it with the package."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, story, "first_draft", "completion")
    script.explain(practitioner.at, opened.assessment, story, opened.labels)
    sent = issuing.submit(practitioner.at, opened.assessment, supervisor.person, PASSPHRASE)
    return opened, sent.package


def vouched_for(each: Person, *people: Person) -> None:
    """Have an organisation vouch for all of these cards in one person's vault."""
    settings = Organisation("Northshire", 1, each.at.clock.now().isoformat(), b"", ca=CA)
    organisation.take_in(each.at, sign_organisation(settings, new_configuration_key()).to_bytes())
    organisation.confirm(each.at, "in_person")
    for person in people:
        card = Card.from_bytes(access.card_bytes(person.at))
        certifying.import_certificate(each.at, certify(card, CA, CA_KEY, each.at.clock.now(), days=30))


def test_the_first_draft_is_refused_with_what_the_case_calls_for(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """Behaviour alone cannot be signed off, and nothing is presumed about anybody."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a, "first_draft")
    report = assessing.findings(practitioner.at, opened.assessment)
    assert report.rules() >= FIRST_FINDINGS
    assert "R17" not in report.rules()
    alerts = {finding.rule for finding in report.findings if finding.alert}
    assert {"R10", "R21", "R59", "R65"} <= alerts <= {"R10", "R21", "R46", "R59", "R65"}
    with pytest.raises(HsbAssessError, match="not_ready"):
        issuing.submit(practitioner.at, opened.assessment, supervisor.person, PASSPHRASE)
    with practitioner.at.book.begin(write=False) as work:
        assert work.documents.of_case(opened.case) == ()


def test_the_whole_journey(  # noqa: PLR0915 - one journey, told from end to end
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """Returned once, answered, resubmitted, approved; both documents verify against both cards.

    Meanwhile their organisation has come to vouch for both: what is signed from then on says so.
    """
    opened, package = submitted(practitioner, supervisor, child_a)
    assessment = opened.assessment
    assert sharing.receive(supervisor.at, package).status == "received"
    assert sharing.receive(supervisor.at, package).status == "already_received"
    review = reviewing.review(supervisor.at, assessment)
    assert review.reading.content_hash == review.submission.content_hash
    assert {finding.rule for finding in review.waiting} == {"R48", "R60", *child_a.explanations}

    thread = reviewing.comment(supervisor.at, assessment, "M14.best_worst", "What does he want?").created
    assert [line.unsent for line in caseload.cases(supervisor.at)] == [True]
    assert [line.unsent for line in caseload.cases(practitioner.at)] == [False]
    returned = issuing.decide(supervisor.at, assessment, "return", "One thing is open.", PASSPHRASE)
    assert sharing.receive(practitioner.at, returned.package).purpose == "return"
    (line,) = caseload.cases(practitioner.at)
    assert (line.state, line.waiting_on, line.is_mine) == ("returned", "you", True)
    (talk,) = reviewing.threads(practitioner.at, assessment)
    assert (talk.id, talk.path, talk.state) == (thread, "M14.best_worst", "open")

    script.play(practitioner.at, opened.case, assessment, child_a.phases["after_return"], opened.labels)
    reviewing.reply(practitioner.at, assessment, talk.id, "Added.")
    assert [line.unsent for line in caseload.cases(supervisor.at)] == [False]
    assert [line.unsent for line in caseload.cases(practitioner.at)] == [True]
    for each in (practitioner, supervisor):
        vouched_for(each, practitioner, supervisor)
    again = issuing.submit(practitioner.at, assessment, supervisor.person, PASSPHRASE)
    assert [line.unsent for line in caseload.cases(practitioner.at)] == [False]
    sharing.receive(supervisor.at, again.package)
    review = reviewing.review(supervisor.at, assessment)
    assert set(review.changed) == {"M14.wants_known", "M18.agreement"}
    assert [each.state for each in review.threads] == ["answered"]

    read_everything(supervisor, assessment)
    labels = script.Labels(review.reading.definition)
    script.play(supervisor.at, opened.case, assessment, child_a.phases["review"], labels)
    assert {finding.rule for finding in reviewing.review(supervisor.at, assessment).waiting} == set(
        child_a.explanations
    )
    for finding in reviewing.review(supervisor.at, assessment).waiting:
        reviewing.accept_justification(supervisor.at, assessment, finding.key, accepted=True)
    assert reviewing.review(supervisor.at, assessment).waiting == ()
    approved = issuing.decide(supervisor.at, assessment, "approve", "Good.", PASSPHRASE)
    sharing.receive(practitioner.at, approved.package)
    (line,) = caseload.cases(practitioner.at)
    assert (line.state, line.waiting_on) == ("approved", "")

    cards = [Card.from_bytes(access.card_bytes(each.at)) for each in (practitioner, supervisor)]
    issued = [each for each in issuing.documents(practitioner.at, opened.case) if each.state == "issued"]
    assert sorted(each.audience for each in issued) == ["A", "B"]
    for document in issued:
        pdf = issuing.document_bytes(practitioner.at, document.sha256)
        verdict = verify(pdf, trust=cards, crls=[], now=practitioner.at.clock.now() + timedelta(minutes=1))
        assert (verdict.is_accepted, [each.code for each in verdict.reasons]) == (True, ["role_by_voice"])
        assert [signer.name for signer in verdict.signers] == ["Worker P", "Manager S"]
        found = issuing.verify(practitioner.at, document.sha256)
        assert (found["verdict"], found["reasons"]) == ("accepted", [])
        words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        assert words.count("Role confirmed by the organisation") >= 2
        assert "by voice" not in words

    assessing.record_answer(practitioner.at, assessment, "M15.talents", answered("Drawing."))
    (line,) = caseload.cases(practitioner.at)
    assert line.state == "changed_since"
    for each in (practitioner, supervisor):
        with each.at.book.begin(write=False) as work:
            assert work.audit.verify().faults == ()


def test_a_wrong_passphrase_signs_nothing(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """Signing asks again who is there."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a, "first_draft", "completion")
    script.explain(practitioner.at, opened.assessment, child_a, opened.labels)
    with pytest.raises(HsbAssessError, match="wrong_passphrase"):
        issuing.submit(practitioner.at, opened.assessment, supervisor.person, "not the passphrase")


def test_submission_needs_a_verified_supervisor_who_is_somebody_else(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """An unverified card is not enough."""
    opened = begin(practitioner, child_a, "first_draft", "completion")
    script.explain(practitioner.at, opened.assessment, child_a, opened.labels)
    access.import_card(practitioner.at, access.card_bytes(supervisor.at))
    with pytest.raises(HsbAssessError, match="recipient_unverified"):
        issuing.submit(practitioner.at, opened.assessment, supervisor.person, PASSPHRASE)


def test_approval_waits_for_the_reading(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """Nobody approves what they have not opened."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    with pytest.raises(HsbAssessError, match="not_ready"):
        issuing.decide(supervisor.at, opened.assessment, "approve", "Good.", PASSPHRASE)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda package: package[:-1], "package_damaged"),
        (lambda package: package[:200] + bytes([package[200] ^ 1]) + package[201:], "package_damaged"),
        (lambda _package: b"a letter", "not_a_package"),
    ],
)
def test_a_spoilt_package_is_refused_and_kept(
    practitioner: Person,
    supervisor: Person,
    child_a: Script,
    spoil,  # type: ignore[no-untyped-def]  # noqa: ANN001 - one of the lambdas above
    code: str,
) -> None:
    """What cannot be verified is in quarantine with its reason, and nothing else changed."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a, "first_draft")
    with practitioner.at.book.begin("package_again") as work:
        card = Card.from_bytes(access.card_bytes(supervisor.at))
        package = sharing.pack(practitioner.at, work, opened.case, card, "review")
    with pytest.raises(HsbAssessError, match=code):
        sharing.receive(supervisor.at, spoil(package))
    assert [kept[1] for kept in sharing.quarantined(supervisor.at)] == [code]
    assert caseload.cases(supervisor.at) == ()


def test_a_package_for_somebody_else_is_refused(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """The sender cannot open what was sealed for the supervisor."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a, "first_draft")
    with practitioner.at.book.begin("package_again") as work:
        card = Card.from_bytes(access.card_bytes(supervisor.at))
        package = sharing.pack(practitioner.at, work, opened.case, card, "review")
    with pytest.raises(HsbAssessError, match="package_not_for_you"):
        sharing.receive(practitioner.at, package)


def test_an_unknown_sender_is_refused(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """The supervisor has not verified the sender's card."""
    pending = access.import_card(practitioner.at, access.card_bytes(supervisor.at))
    access.confirm_card(practitioner.at, pending.person, "phone")
    opened = begin(practitioner, child_a)
    with practitioner.at.book.begin("package_again") as work:
        card = Card.from_bytes(access.card_bytes(supervisor.at))
        package = sharing.pack(practitioner.at, work, opened.case, card, "review")
    with pytest.raises(HsbAssessError, match="sender_unknown"):
        sharing.receive(supervisor.at, package)


def test_both_people_see_the_same_eight_words(practitioner: Person, supervisor: Person) -> None:
    """The words depend on both cards and not on who reads them."""
    theirs = access.import_card(practitioner.at, access.card_bytes(supervisor.at)).words
    ours = access.import_card(supervisor.at, access.card_bytes(practitioner.at)).words
    assert theirs == ours
    assert len(theirs) == 8
