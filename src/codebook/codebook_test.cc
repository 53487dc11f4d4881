#include "codebook/codebook.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep {
namespace {

TEST(Codebook, finds_every_type_by_its_name) {
  auto types = event_types();
  EXPECT_TRUE(std::is_sorted(types.begin(), types.end(),
                             [](const EventType& a, const EventType& b) { return a.name < b.name; }));
  for (const EventType& type : types) EXPECT_EQ(find_event_type(type.name), &type) << type.name;
  EXPECT_EQ(find_event_type("shelling")->cameo, "194");
  EXPECT_EQ(find_event_type(""), nullptr);
  EXPECT_EQ(find_event_type("no_such_type"), nullptr);
}

}  // namespace
}  // namespace sitrep
