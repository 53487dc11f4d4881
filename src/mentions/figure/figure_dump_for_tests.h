// Figures as a line: "killed at_least 9 .. civilians part 'At least nine'" is measure, bound, low and high,
// of whom, of what body, which part, the very words.
#pragma once

#include <string>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

inline std::string dump_of(const Analysis& analysis, const FigureMention& m) {
  std::string out = std::string(name_of(m.measure)) + ' ' + std::string(name_of(m.bound)) + ' ';
  if (m.low) out += std::to_string(*m.low);
  if (m.low != m.high || !m.low) out += "..";
  if (m.high && m.high != m.low) out += std::to_string(*m.high);
  if (m.of) out += ' ' + std::string(analysis.text(*m.of));
  if (m.group) out += " /" + std::string(analysis.text(*m.group));
  if (m.reach != FigureReach::happening) out += ' ' + std::string(name_of(m.reach));
  return out + " '" + std::string(analysis.text(m.span)) + "'";
}

inline std::string dump_of(const Analysis& analysis, const std::vector<FigureMention>& figures) {
  std::string out;
  for (const FigureMention& m : figures) out += (out.empty() ? "" : "; ") + dump_of(analysis, m);
  return out;
}

}  // namespace sitrep
