#include "lexicon/verb_forms.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/among.h"
#include "base/lines.h"

namespace sitrep {

namespace embedded {
extern const std::string_view irregular_verbs;  // data/words/irregular-verbs.tsv
}

namespace {

struct Form {
  std::string_view form, tag, lemma;
};

// Lines "laid\tVBD\tlay", sorted by form as bytes, behind a line that begins with "#".
std::vector<Form> read_table() {
  std::vector<Form> forms;
  std::string_view rest = embedded::irregular_verbs;
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.starts_with('#')) continue;
    std::string_view form = cut(line, '\t');
    std::string_view tag = cut(line, '\t');
    forms.push_back({form, tag, line});
  }
  return forms;
}

// Past forms that are verbs, or other words, of their own too.
bool is_base_too(std::string_view form) {
  return among(form,
               {"bore", "bound", "felt", "fell", "found", "ground", "lay", "rent", "rose", "saw", "spat"});
}

std::optional<std::string_view> find(std::string_view form, std::string_view fine_tag) {
  static const std::vector<Form> table = read_table();
  auto [first, last] = std::equal_range(table.begin(), table.end(), Form{form, {}, {}},
                                        [](const Form& a, const Form& b) { return a.form < b.form; });
  if (first == last) return std::nullopt;
  for (auto at = first; at != last; ++at) {
    if (at->tag == fine_tag) return at->lemma;
  }
  bool of_one_verb = std::all_of(first, last, [&](const Form& f) { return f.lemma == first->lemma; });
  if (of_one_verb && fine_tag.starts_with("VB") && !is_base_too(form)) return first->lemma;
  return std::nullopt;
}

}  // namespace

std::string lemma_of_irregular_verb(std::string_view lower_form, std::string_view fine_tag) {
  if (auto lemma = find(lower_form, fine_tag)) return std::string(*lemma);
  for (std::string_view prefix :
       {"re-", "re", "over", "under", "out", "mis", "fore", "counter", "counter-"}) {
    if (!lower_form.starts_with(prefix) || lower_form.size() < prefix.size() + 3) continue;
    auto lemma = find(lower_form.substr(prefix.size()), fine_tag);
    if (lemma) return std::string(prefix) + std::string(*lemma);
  }
  return {};
}

}  // namespace sitrep
