#include "cli/empty_query.h"

#include <fmt/format.h>

#include "base/near_names.h"
#include "text/utf8.h"

namespace sitrep {

void say_nothing_found(Context& context, Ledger& ledger) {
  std::string line = fmt::format("{}: nothing matches", context.options.ledger);
  const auto& outlet = context.options.query.outlet;
  if (auto known = ledger.outlets(); outlet && known) {
    bool is_known = false;
    std::string wanted = lower(*outlet);
    std::vector<std::string> lowered;
    for (const std::string& name : *known) lowered.push_back(lower(name));
    for (const std::string& name : lowered) is_known = is_known || name == wanted;
    if (!is_known) {
      line += fmt::format("; it has no outlet \"{}\"", *outlet);
      std::vector<std::string_view> views(lowered.begin(), lowered.end());
      std::string near;
      for (const std::string& name : near_names(wanted, views)) {
        for (std::size_t i = 0; i < lowered.size(); ++i) {
          if (lowered[i] == name) near += fmt::format("{}\"{}\"", near.empty() ? "" : " or ", (*known)[i]);
        }
      }
      if (!near.empty()) line += fmt::format("\n  did you mean {}?", near);
    }
  }
  context.messages.say(line);
}

}  // namespace sitrep
