"""The guide: every link leads somewhere, every topic is found by its words, nothing points out of the program."""

from __future__ import annotations

import re

from hsb_assess.desk.topics import KEYBOARD, found_in, topics


def test_every_link_leads_to_a_topic() -> None:
    """A link of the guide names another topic, and nothing on a network."""
    names = {topic.name for topic in topics()}
    for topic in topics():
        targets = re.findall(r"\]\(([^)]*)\)", topic.text)
        assert set(targets) <= names, topic.name
        assert "://" not in topic.text
        assert "![" not in topic.text


def test_the_guide_holds_what_a_first_day_needs() -> None:
    """Each topic that people ask for is there, has a title, and says something."""
    wanted = {"first-run", "first-day", "recording", "absences", "evidence", "checking", "sending", "supervisor"}
    wanted |= {"locking", "passphrase", "backups", "never", KEYBOARD}
    held = {topic.name: topic for topic in topics()}
    assert wanted <= held.keys()
    assert all(len(topic.words()) > 200 and topic.title and topic.summary for topic in held.values())


def test_a_topic_is_found_by_its_words() -> None:
    """All words have to be there; the topic that has them in its title stands first; none finds all of them."""
    assert found_in("forgotten PASSPHRASE")[0].name == "passphrase"
    assert found_in("envelope")
    assert found_in("rhinoceros") == ()
    assert found_in("  ") == topics()
