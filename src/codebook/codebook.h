// The codebook: the event types that a reader may give, and what each is in other people's codebooks.
//
//   find_event_type("shelling")->cameo   // "194"
//
// A code is left out where it depends on more than the type (ACLED and UCDP ask who the parties are).
#pragma once

#include <span>
#include <string_view>

namespace sitrep {

inline constexpr std::string_view codebook_name = "sitrep-codebook 1";

// Empty where the other codebook has no single code for the type.
struct EventType {
  std::string_view name;
  std::string_view cameo;   // CAMEO 1.1b3 event code
  std::string_view plover;  // PLOVER event type
  std::string_view acled;   // ACLED event type and sub-event type
  std::string_view ucdp;    // UCDP type of violence
  std::string_view muc;     // MUC-4 incident type
};

// Sorted by name.
std::span<const EventType> event_types();

// Null for names that the codebook does not know. O(log types).
const EventType* find_event_type(std::string_view name);

}  // namespace sitrep
