#include "language/lost_case.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "language/word_forms.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

// So sure a word must be a proper noun to be given a capital. Words that are left small by mistake cost
// less than words with capitals that are none.
constexpr float sure_enough = 0.8F;
// What one sentence says of a word is believed no further than this.
constexpr float least_probability = 1e-4F;
constexpr float tiny = 1e-6F;

constexpr std::array<NameKind, 7> capitalised_kinds = {
    NameKind::person, NameKind::organisation, NameKind::armed_group, NameKind::place,
    NameKind::group,  NameKind::title,        NameKind::event};

std::size_t choice_of(NameKind kind) { return static_cast<std::size_t>(kind) + 1; }

// "The" and "of" are in names or not, whatever they were elsewhere.
bool is_content(const Token& token) {
  switch (token.tag) {
    case WordTag::PROPN:
    case WordTag::NOUN:
    case WordTag::ADJ:
    case WordTag::VERB:
    case WordTag::X:
      return true;
    default:
      return false;
  }
}

// Logarithms that are added up over the tokens of a word: its choices, proper noun, and not that.
using Row = std::array<float, name_choices + 2>;

Row row_of(const NameEvidence& evidence) {
  Row row;
  std::copy(evidence.choices.begin(), evidence.choices.end(), row.begin());
  row[name_choices] = std::log(evidence.proper + tiny);
  row[name_choices + 1] = std::log(1 - evidence.proper + tiny);
  return row;
}

void normalise(std::span<float> logarithms) {
  float most = *std::max_element(logarithms.begin(), logarithms.end());
  float sum = 0;
  for (float value : logarithms) sum += std::exp(value - most);
  for (float& value : logarithms) value -= most + std::log(sum);
}

NameEvidence evidence_of(Row row) {
  NameEvidence evidence;
  normalise(std::span(row).first(name_choices));
  normalise(std::span(row).last(2));
  std::copy_n(row.begin(), name_choices, evidence.choices.begin());
  evidence.proper = std::exp(row[name_choices]);
  return evidence;
}

// "HRW", "PKK", "UNMIS": no word can be said without a vowel, and short ones that no English word is are
// mostly abbreviations.
bool looks_like_abbreviation(std::string_view lower_word, const WordPieces& word_pieces) {
  if (lower_word.size() < 2 || lower_word.size() > 5) return false;
  bool letters =
      std::all_of(lower_word.begin(), lower_word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters) return false;
  if (lower_word.find_first_of("aeiouy") == std::string_view::npos) return true;
  return lower_word.size() <= 4 && !word_pieces.is_word(lower_word);
}

}  // namespace

NameEvidence name_evidence(std::span<const float> tag_scores, const NameTags& tags, float proper) {
  assert(tag_scores.size() == tags.size());
  NameEvidence evidence;
  evidence.proper = proper;
  for (std::size_t tag = 0; tag < tags.size(); ++tag) {
    bool outside = tags[tag].place == NameTags::Place::outside;
    evidence.choices[outside ? 0 : choice_of(tags[tag].kind)] += std::exp(tag_scores[tag]);
  }
  for (float& choice : evidence.choices) choice = std::log(choice + tiny);
  return evidence;
}

std::vector<NameEvidence> agreed(const Syntax& syntax, std::span<const NameEvidence> all) {
  assert(all.size() == syntax.tokens.size());
  std::vector<std::uint32_t> sentence_of(all.size());
  for (std::uint32_t s = 0; s < syntax.sentences.size(); ++s) {
    for (TokenIndex i = syntax.sentences[s].first; i < syntax.sentences[s].last; ++i) sentence_of[i] = s;
  }
  std::vector<TokenIndex> order;
  for (TokenIndex i = 0; i < all.size(); ++i) {
    if (is_content(syntax.tokens[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](TokenIndex a, TokenIndex b) { return syntax.tokens[a].norm < syntax.tokens[b].norm; });
  std::vector<NameEvidence> result(all.begin(), all.end());
  const float floor = std::log(least_probability);
  auto add = [&](Row& sum, TokenIndex token) {
    Row row = row_of(all[token]);
    for (std::size_t k = 0; k < row.size(); ++k) sum[k] += std::max(row[k], floor);
  };
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    Row total = {};
    while (end < order.size() && syntax.tokens[order[end]].norm == syntax.tokens[order[begin]].norm)
      add(total, order[end++]);
    // A sentence's own tokens were read together and say nothing new to each other.
    for (std::size_t own = begin; own < end;) {
      std::size_t own_end = own;
      Row here = {};
      while (own_end < end && sentence_of[order[own_end]] == sentence_of[order[own]])
        add(here, order[own_end++]);
      auto others = static_cast<float>((end - begin) - (own_end - own));
      for (; own < own_end; ++own) {
        if (others == 0) continue;
        Row row = row_of(all[order[own]]);
        // Their mean, the more of them the nearer to its full weight.
        for (std::size_t k = 0; k < row.size(); ++k) row[k] += (total[k] - here[k]) / (others + 1);
        result[order[own]] = evidence_of(row);
      }
    }
    begin = end;
  }
  return result;
}

void add_agreement(std::span<float> tag_scores, const NameTags& tags, const NameEvidence& own,
                   const NameEvidence& agreed) {
  for (std::size_t tag = 0; tag < tags.size(); ++tag) {
    bool outside = tags[tag].place == NameTags::Place::outside;
    std::size_t choice = outside ? 0 : choice_of(tags[tag].kind);
    tag_scores[tag] += agreed.choices[choice] - own.choices[choice];
  }
}

std::int32_t likely_case(std::string_view token, const NameEvidence& agreed, bool first,
                         const WordPieces& word_pieces) {
  std::string small = lower(token);
  LetterCase letters = letter_case(small);
  if (letters != LetterCase::lower) return static_cast<std::int32_t>(letters);
  float named = 0;
  for (NameKind kind : capitalised_kinds) named += std::exp(agreed.choices[choice_of(kind)]);
  float group =
      std::exp(agreed.choices[choice_of(NameKind::group)]);  // "Afghan" is an adjective, yet has a capital
  bool sure = std::max((agreed.proper + named) / 2, group) > sure_enough;
  if (sure && looks_like_abbreviation(small, word_pieces))
    letters = LetterCase::capitals;
  else if (sure || first)
    letters = LetterCase::capitalised;
  return static_cast<std::int32_t>(letters);
}

}  // namespace sitrep
