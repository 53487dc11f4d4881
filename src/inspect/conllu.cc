#include "inspect/conllu.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

namespace sitrep {
namespace {

// A field must not be empty, nor hold what parts fields and lines.
std::string field(std::string_view value) {
  if (value.empty()) return "_";
  std::string clean(value);
  for (char& c : clean) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return clean;
}

// What MISC says of a token beyond its range, in order.
using Remarks = std::multimap<TokenIndex, std::string>;

Remarks remarks_of(const Syntax& syntax) {
  Remarks remarks;
  for (const Name& name : syntax.names) {
    for (TokenIndex i = name.first; i < name.last; ++i) {
      char place = name.last - name.first == 1 ? 'S' : i == name.first ? 'B' : i + 1 == name.last ? 'E' : 'I';
      remarks.emplace(i, fmt::format("Name={}-{}", place, wire_name(name.kind)));
    }
  }
  for (const Predicate& predicate : syntax.predicates) {
    remarks.emplace(predicate.token, fmt::format("Pred={}", field(predicate.sense)));
    TokenIndex first = syntax.sentence_of(predicate.token).first;
    std::string arguments;
    for (const Argument& argument : predicate.arguments) {
      arguments += fmt::format("{}{}:{}", arguments.empty() ? "" : ",", wire_name(argument.label),
                               argument.head - first + 1);
    }
    if (!arguments.empty()) remarks.emplace(predicate.token, "Args=" + arguments);
  }
  std::map<TokenIndex, std::string> opens;
  std::map<TokenIndex, std::string> closes;
  std::vector<Reference> outer_first = syntax.references;
  std::stable_sort(outer_first.begin(), outer_first.end(), [](const Reference& a, const Reference& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  for (const Reference& reference : outer_first) {
    if (reference.last - reference.first == 1) {
      opens[reference.first] += fmt::format("(e{})", reference.entity);
    } else {
      opens[reference.first] += fmt::format("(e{}", reference.entity);
      closes[reference.last - 1] = fmt::format("e{})", reference.entity) + closes[reference.last - 1];
    }
  }
  for (auto& [token, text] : closes) opens[token] += text;
  for (auto& [token, text] : opens) remarks.emplace(token, "Entity=" + text);
  return remarks;
}

}  // namespace

std::string conllu(const Syntax& syntax, std::string_view text, const Positions& positions,
                   std::size_t number) {
  Remarks remarks = remarks_of(syntax);
  std::string out;
  auto to = std::back_inserter(out);
  auto view = [&](Span span) { return text.substr(span.begin, span.size()); };
  for (const ReadSentence& sentence : syntax.sentences) {
    fmt::format_to(to, "# sent_id = {}\n# text = {}\n", number++, field(view(sentence.span)));
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const Token& token = syntax.tokens[i];
      TokenIndex head = token.head == i ? 0 : token.head - sentence.first + 1;
      fmt::format_to(to, "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\tTokenRange={}:{}", i - sentence.first + 1,
                     field(view(token.span)), field(token.lemma), name_of(token.tag), name_of(token.fine_tag),
                     syntax.bundles[token.bundle], head, wire_name(token.relation),
                     positions.code_points(token.span.begin), positions.code_points(token.span.end));
      auto [from, end] = remarks.equal_range(i);
      for (; from != end; ++from) out += "|" + from->second;
      out += '\n';
    }
    out += '\n';
  }
  return out;
}

}  // namespace sitrep
