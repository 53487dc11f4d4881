// The closed lists of the record: enumerators are spelled as on the wire. Extend by adding at the
// end, never by renaming. docs/record-format.md says what each word means.
#pragma once

#include "base/enum.h"

namespace sitrep {

SITREP_ENUM(Polarity, affirmed, denied, negated);
SITREP_ENUM(Modality, actual, ongoing, planned, threatened, demanded, offered, conditional, possible,
            hypothetical);
SITREP_ENUM(ActorRole, actor, target, victim, mediator, beneficiary, participant);
SITREP_ENUM(ActorKind, state_force, government, rebel_group, political_militia, identity_militia, rioters,
            protesters, civilians, external_force, international_body, media, party, company, unknown);
SITREP_ENUM(TimePrecision, minute, hour, part_of_day, day, week, month, season, year, decade, interval,
            unknown);
SITREP_ENUM(PlacePrecision, point, town, near, district, province, area, country, unknown);
SITREP_ENUM(PlaceRole, site, origin, destination, direction, about);
SITREP_ENUM(Measure, killed, injured, casualties, missing, detained, abducted, released, displaced,
            surrendered, deployed, participants, destroyed, amount);
SITREP_ENUM(Qualifier, exact, about, at_least, at_most, more_than, less_than, range, vague, none);
SITREP_ENUM(FigureScope, happening, part, cumulative);
SITREP_ENUM(Sex, female, male, mixed);
SITREP_ENUM(AgeGroup, child, adult, elderly, mixed);
SITREP_ENUM(SourceKind, named, unnamed, collective, body, outlet, written_record);
SITREP_ENUM(Speech, direct, indirect, mixed, none);
SITREP_ENUM(Anonymity, none, requested, unnamed);
SITREP_ENUM(AnswerKind, denies, confirms, corrects, doubts);
SITREP_ENUM(SilenceKind, no_comment, unreachable, could_not_verify);
SITREP_ENUM(RelationKind, leads, member_of, former_member_of, part_of, child_of, spouse_of, ally_of, alias_of,
            spokesperson_for, located_in, distance_from);
SITREP_ENUM(MentionKind, time, place, actor, figure, source);
SITREP_ENUM(Decision, accept, reject, change, merge, split, note, undo);
SITREP_ENUM(ReviewState, open, accepted, changed, rejected);

}  // namespace sitrep
