"""What the words of other systems mean in our closed lists."""

from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import RiskLevel
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.consent import ConsentGiver
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Sex
from supervisor_tui.exchange.mapping.targets import Target
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.guidance.forms import FieldType

__all__ = ["has_words", "meaning_of"]

_YES_NO = {
    "true": YesNo.YES,
    "yes": YesNo.YES,
    "y": YesNo.YES,
    "1": YesNo.YES,
    "false": YesNo.NO,
    "no": YesNo.NO,
    "n": YesNo.NO,
    "0": YesNo.NO,
    "unknown": YesNo.NOT_KNOWN,
    "not known": YesNo.NOT_KNOWN,
}
_CLOSURE_REASONS = {
    "death of child": ClosureReason.DEATH,
    "death": ClosureReason.DEATH,
    "died": ClosureReason.DEATH,
    "formal closing": ClosureReason.OTHER,
    "not seen during verification": ClosureReason.OTHER,
    "no longer contactable": ClosureReason.OTHER,
    "repatriated": ClosureReason.OTHER,
    "opened in error": ClosureReason.OTHER,
    "relocation": ClosureReason.OTHER,
    "transferred": ClosureReason.TRANSFER,
    "transfer": ClosureReason.TRANSFER,
    "goals met": ClosureReason.GOALS_MET,
    "case plan goals met": ClosureReason.GOALS_MET,
    "turned 18": ClosureReason.TURNED_18,
    "no longer want support": ClosureReason.ENDED_BY_FAMILY,
}
_SEX = {
    "f": Sex.FEMALE,
    "girl": Sex.FEMALE,
    "woman": Sex.FEMALE,
    "m": Sex.MALE,
    "boy": Sex.MALE,
    "man": Sex.MALE,
}
_GIVERS = {
    "individual": ConsentGiver.CHILD,
    "parent": ConsentGiver.CAREGIVER,
    "mother": ConsentGiver.CAREGIVER,
    "father": ConsentGiver.CAREGIVER,
    "guardian": ConsentGiver.CAREGIVER,
}
_RISKS = {
    "critical": "emergency",
    "urgent": "emergency",
    "very high": "emergency",
    "moderate": "medium",
    "no risk": "none",
    "no action": "none",
    "no": "none",
    "h": "high",
    "m": "medium",
    "l": "low",
}
_BY_FIELD: dict[str, dict[str, str]] = {
    "closure.reason": dict(_CLOSURE_REASONS),
    "closure_request.reason": dict(_CLOSURE_REASONS),
    "registration.sex": dict(_SEX),
    "consent_services.giver": dict(_GIVERS),
    "consent_sharing.giver": dict(_GIVERS),
}


def has_words(target: Target) -> bool:
    """Tell whether a mapping says what each word of this column means."""
    if target.type is FieldType.CHOICE:
        return True
    return target.field is not None and target.field.codes in {"person", "risk_level"}


def meaning_of(target: Target, word: str, people: tuple[Person, ...], levels: tuple[RiskLevel, ...]) -> str:
    """Return what a word means in the field, or an empty text where somebody has to say it."""
    said = normal_heading(word)
    if target.field is not None and target.field.codes == "person":
        return _person(word, said, people)
    if target.field is not None and target.field.codes == "risk_level":
        return _level(said, levels)
    options = target.field.options if target.field is not None else ()
    for option in options:
        if said in {normal_heading(option.value), normal_heading(option.label)}:
            return option.value
    known = _BY_FIELD.get(target.name, {}).get(said)
    if known is not None:
        return known
    answer = _YES_NO.get(said, "")
    return answer if answer in {option.value for option in options} else ""


def _person(word: str, said: str, people: tuple[Person, ...]) -> str:
    """Find a person by code, or by the short name where only one has it."""
    if any(person.code == word.strip().upper() for person in people):
        return word.strip().upper()
    same = [
        person.code for person in people if said in {normal_heading(person.short_name), normal_heading(person.code)}
    ]
    return same[0] if len(same) == 1 else ""


def _level(said: str, levels: tuple[RiskLevel, ...]) -> str:
    for level in levels:
        if said in {normal_heading(level.id), normal_heading(level.title)}:
            return level.id
    known = _RISKS.get(said, "")
    return known if any(level.id == known for level in levels) else ""
