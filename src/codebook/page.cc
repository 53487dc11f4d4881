#include "codebook/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sitrep {
namespace {

std::string with_mode(const EventCodes& codes) {
  return codes.plover_mode.empty() ? codes.plover : codes.plover + "/" + codes.plover_mode;
}

void add_row(std::string& out, std::string_view of, std::string_view is, const EventCodes& codes) {
  out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", of, is, codes.cameo, with_mode(codes),
                     codes.acled, codes.ucdp, codes.muc);
}

// "shell, open fire on, hit (sometimes)": the triggers of a class, as they were written, each once.
std::string words_of(const Codebook& book, const EventType& type, TriggerClass word_class) {
  std::vector<std::string> all;
  for (const Trigger& trigger : book.triggers()) {
    if (trigger.type != type.name || trigger.word_class != word_class) continue;
    all.push_back(fmt::format("{}{}", fmt::join(trigger.lemmas, " "), trigger.weak ? "?" : ""));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return fmt::format("{}", fmt::join(all, ", "));
}

void add_type(std::string& out, const Codebook& book, const EventType& type) {
  out += fmt::format("\n### {}\n\n{}.\n", type.name, type.is);
  for (const auto& [other, when] : type.not_) {
    out += fmt::format("- It is [{0}](#{0}): {1}.\n", other, when);
  }
  if (!type.modality.empty() && type.modality != "actual") {
    out += fmt::format("\nAn act of speech; its modality is `{}`.\n", type.modality);
  }
  out +=
      "\n| subtype | what it is | CAMEO | PLOVER | ACLED | UCDP | MUC-4 |\n|---|---|---|---|---|---|---|\n";
  add_row(out, "", "", type.codes);
  for (const Subtype& subtype : type.subtypes) add_row(out, subtype.name, subtype.is, subtype.codes);
  out += '\n';
  for (TriggerClass word_class :
       {TriggerClass::verb, TriggerClass::noun, TriggerClass::adjective, TriggerClass::phrase}) {
    std::string words = words_of(book, type, word_class);
    if (!words.empty()) out += fmt::format("- {}: {}\n", name_of(word_class), words);
  }
  for (const Example& example : type.examples) {
    if (example.shows) {
      out += fmt::format("- “{}”{}\n", example.sentence,
                         example.subtype.empty() ? "" : " (" + example.subtype + ")");
    } else {
      out += fmt::format("- not “{}”{}\n", example.sentence,
                         example.instead.empty() ? "" : " (" + example.instead + ")");
    }
  }
}

}  // namespace

std::string codebook_page(const Codebook& book) {
  std::vector<std::string_view> families;
  for (const EventType* type : book.types()) {
    if (std::find(families.begin(), families.end(), type->family) == families.end()) {
      families.push_back(type->family);
    }
  }
  std::sort(families.begin(), families.end());
  std::string out = fmt::format(
      "{} types, {} triggers. A word with ? counts only beside a party or in a "
      "report that tells of conflict besides.\n",
      book.types().size(), book.triggers().size());
  for (std::string_view family : families) {
    out += fmt::format("\n## {}\n", family.empty() ? "other" : family);
    for (const EventType* type : book.types()) {
      if (type->family == family) add_type(out, book, *type);
    }
  }
  return out;
}

}  // namespace sitrep
