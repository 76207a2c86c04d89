"""The first day of a second fictional child, as an answers file would have it: twenty-two answers, two people, one pair."""

from __future__ import annotations

__all__ = ["FIRST_DAY"]

FIRST_DAY = """
things:
  person:
    teacher: {label: class teacher, is: worker, role: class teacher, agency: school}
    mother: {label: mother, is: adult, relation: mother}
    friend: {label: friend at school, is: child, relation: friend}
    duty: {label: duty manager, is: worker, role: duty manager, agency: social care}
  contact:
    c1: {when: 2026-06-08, how: alone}
answers:
  M00.name: Child K
  M00.dob: 2014-02-03
  M01.received: 2026-06-08T09:30
  M01.source: teacher
  M01.reason: "Two boys were found together behind the sheds, partly undressed."
  M01.sleeps_tonight: At home with his mother
  M01.danger: {state: none_found, who: class teacher and mother, how: both were rung, when: 2026-06-08}
  M01.medical_need: {state: none_found, who: school nurse, how: saw both children, when: 2026-06-08}
  M01.self_harm_now: {state: none_found, who: class teacher, how: sat with him, when: 2026-06-08}
  M01.stops_contact_tonight: "They live in different homes; both families know, and neither child has a telephone."
  M01.arrangement.what: "Both children stay at home this evening."
  M01.arrangement.agreed_by: mother
  M01.arrangement.until: 2026-06-12
  M01.told_child: "That grown-ups will talk with him tomorrow, and that he may ask anything."
  M01.police_told: {absence: unknown}
  M01.health_told: 2026-06-08T11:00
  M01.manager_told: 2026-06-08T10:15
  M11.children:
    k1: {person: friend, sleeps: "At his own home, next street", sleeps_same_home: "no"}
  M11.adults:
    a1: {person: mother, contact_kind: care, reason_listed: care}
"""
