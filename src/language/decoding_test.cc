// From scores to trees, names, lemmas and arguments; labels and word forms.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "language/encoded_text.h"
#include "language/lemmas.h"
#include "language/names.h"
#include "language/roles.h"
#include "language/tree.h"
#include "language/word_forms.h"

namespace sitrep {
namespace {

bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    std::size_t at = word;
    std::size_t steps = 0;
    while (heads[at] != no_head && steps++ <= heads.size()) at = heads[at];
    if (heads[at] != no_head) return false;
    roots += heads[word] == no_head ? 1 : 0;
  }
  return roots == 1;
}

double score_of(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    sum += scores[word * (heads.size() + 1) + (heads[word] == no_head ? 0 : heads[word] + 1)];
  }
  return sum;
}

// The best tree by trying all.
double best_score(const std::vector<float>& scores, std::size_t words) {
  double best = -1e300;
  std::vector<std::uint32_t> heads(words, 0);
  auto all = static_cast<std::size_t>(std::pow(words + 1, words));
  for (std::size_t code = 0; code < all; ++code) {
    std::size_t rest = code;
    bool self = false;
    for (std::size_t word = 0; word < words; ++word) {
      std::size_t head = rest % (words + 1);
      rest /= words + 1;
      heads[word] = head == 0 ? no_head : static_cast<std::uint32_t>(head - 1);
      self = self || heads[word] == word;
    }
    if (!self && is_tree(heads)) best = std::max(best, score_of(scores, heads));
  }
  return best;
}

TEST(Tree, IsTheBestOneOfAll) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0, 3);
  for (int round = 0; round < 400; ++round) {
    std::size_t words = 1 + random() % 5;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = normal(random);
    // A root that many would like: the case where a tree of several roots scores better.
    if (round % 2 == 0) {
      for (std::size_t word = 0; word < words; ++word) scores[word * (words + 1)] += 8;
    }
    std::vector<std::uint32_t> heads = best_tree(scores, words);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(score_of(scores, heads), best_score(scores, words), 1e-3) << words << " words";
  }
}

TEST(Tree, IsATreeWhateverTheScores) {
  std::mt19937 random(8);
  const float odd[] = {0,
                       -0.0F,
                       1,
                       -1,
                       1e30F,
                       -1e30F,
                       std::numeric_limits<float>::infinity(),
                       -std::numeric_limits<float>::infinity(),
                       std::numeric_limits<float>::quiet_NaN()};
  for (int round = 0; round < 300; ++round) {
    std::size_t words = 1 + random() % 40;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = odd[random() % std::size(odd)];
    ASSERT_TRUE(is_tree(best_tree(scores, words)));
  }
  EXPECT_TRUE(best_tree({}, 0).empty());
}

NameTags tags() {
  std::vector<std::string> labels = {"O"};
  for (const char* kind :
       {"PER", "ORG", "ARMED", "PLACE", "GROUP", "TITLE", "WEAPON", "EVENT", "DATE", "NUMBER"}) {
    for (const char* place : {"B-", "I-", "E-", "S-"}) labels.push_back(std::string(place) + kind);
  }
  return *NameTags::from_labels(labels);
}

TEST(Names, MakeSenseAndAreTheBestSequence) {
  NameTags all = tags();
  std::mt19937 random(9);
  std::normal_distribution<float> normal(0, 2);
  for (int round = 0; round < 300; ++round) {
    std::size_t words = 1 + random() % 12;
    std::vector<float> scores(words * all.size());
    for (float& score : scores) score = normal(random);
    std::uint32_t at = 0;
    for (const DecodedName& name : decode_names(scores, all)) {
      ASSERT_GE(name.first, at);
      ASSERT_LT(name.first, name.last);
      ASSERT_LE(name.last, words);
      ASSERT_GT(name.score, 0);
      ASSERT_LE(name.score, 1);
      at = name.last;
    }
  }
}

TEST(Names, TagsThatAreAloneBecomeWhole) {
  NameTags all = tags();
  // Two words that each would like to begin a person's name most: the best that makes sense.
  std::vector<float> scores(2 * all.size(), 0);
  scores[1] = 5;                  // B-PER
  scores[all.size() + 1] = 4;     // B-PER again
  scores[all.size() + 3] = 3.5F;  // E-PER
  std::vector<DecodedName> names = decode_names(scores, all);
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].first, 0U);
  EXPECT_EQ(names[0].last, 2U);
  EXPECT_EQ(names[0].kind, NameKind::person);
}

TEST(Names, LabelsMustBeWhole) {
  EXPECT_FALSE(NameTags::from_labels({"O", "B-PER", "I-PER", "E-PER"}));
  EXPECT_FALSE(NameTags::from_labels({"O", "B-FISH", "I-FISH", "E-FISH", "S-FISH"}));
  EXPECT_FALSE(NameTags::from_labels({"B-PER", "I-PER", "E-PER", "S-PER"}));
  EXPECT_FALSE(NameTags::from_labels({""}));
}

TEST(Lemmas, FollowTheirScripts) {
  StringTable exceptions = {{"mice\tNNS", "mouse"}};
  const std::vector<std::string> scripts = {"l|0|", "l|3|y", "k|1|", "=be", "l|9|", "l|1|", "l|2|"};
  auto lemmas = Lemmas::from_scripts(scripts, exceptions);
  ASSERT_TRUE(lemmas);
  auto usual = WordPieces::from_vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\nkill\nuse\ncity");
  ASSERT_TRUE(usual);
  // The scripts named are the best-scored ones, in this order.
  auto lemma = [&](const char* word, const char* tag, std::vector<std::size_t> best) {
    std::vector<float> scores(scripts.size(), 0);
    float score = 10;
    for (std::size_t script : best) scores[script] = score--;
    return lemmas->lemma(word, tag, scores, *usual);
  };
  EXPECT_EQ(lemma("Talk", "NN", {0}), "talk");
  EXPECT_EQ(lemma("Cities", "NNS", {1}), "city");
  EXPECT_EQ(lemma("Kurds", "NNPS", {2}), "Kurd");
  EXPECT_EQ(lemma("Señoré", "NN", {2}), "Señor");
  EXPECT_EQ(lemma("Was", "VBD", {3}), "be");
  EXPECT_EQ(lemma("Mice", "NNS", {0}), "mouse");
  EXPECT_EQ(lemma("Gunmen", "NNS", {0}), "gunman");
  EXPECT_EQ(lemma("men", "NN", {4}), "men");          // nothing would be left
  EXPECT_EQ(lemma("killed", "VBD", {5, 6}), "kill");  // not "kille"
  EXPECT_EQ(lemma("used", "VBD", {5, 6}), "use");
  EXPECT_EQ(lemma("shelled", "VBD", {6, 5}), "shell");  // no usual word: the best
  for (const char* bad : {"", "x|1|", "l", "l|", "l|x|y", "l|1"})
    EXPECT_FALSE(Lemmas::from_scripts({bad}, {})) << bad;
}

TEST(WordForms, CaseAndNorm) {
  EXPECT_EQ(letter_case("kalmar"), LetterCase::lower);
  EXPECT_EQ(letter_case("Kalmar"), LetterCase::capitalised);
  EXPECT_EQ(letter_case("A"), LetterCase::capitalised);
  EXPECT_EQ(letter_case("NATO"), LetterCase::capitals);
  EXPECT_EQ(letter_case("McHolm"), LetterCase::mixed);
  EXPECT_EQ(letter_case("M16"), LetterCase::digits);
  EXPECT_EQ(letter_case("“"), LetterCase::none);
  EXPECT_EQ(norm_of("n’t", ""), "not");
  EXPECT_EQ(norm_of("Wo", "n't"), "will");
  EXPECT_EQ(norm_of("wo", "is"), "wo");
  EXPECT_EQ(norm_of("“", ""), "\"");
  EXPECT_EQ(norm_of("Ida’s", ""), "ida's");
}

TEST(Labels, GoBothWays) {
  EXPECT_EQ(wire_name(relation_of("nsubj:pass")), "nsubj:pass");
  EXPECT_EQ(relation_of("nsubj:odd"), DependencyRelation::nsubj);
  EXPECT_EQ(relation_of("odd"), DependencyRelation::dep);
  EXPECT_EQ(wire_name(relation_of("case")), "case");
  EXPECT_EQ(wire_name(role_of("R-ARGM-LOC")), "R-ARGM-LOC");
  EXPECT_EQ(wire_name(role_of("C-ARG1")), "C-ARG1");
  EXPECT_EQ(role_of("ARG1-DSP"), (RoleLabel{Role::ARG1, RoleForm::plain}));
  EXPECT_EQ(role_of("odd").role, Role::none);
  EXPECT_EQ(name_of(fine_tag_of("PRP$")), "PRP$");
  EXPECT_EQ(fine_tag_of("odd"), FineTag::XX);
  EXPECT_TRUE(features_of("Tense=Past|VerbForm=Part|Voice=Pass").passive);
}

// "the men who fired fled": fired hangs on men, and so lies inside the phrase that it is said of.
TEST(Arguments, DoNotHoldTheirPredicate) {
  std::vector<Token> tokens(5);
  const TokenIndex heads[] = {1, 4, 3, 1, 4};
  for (TokenIndex i = 0; i < 5; ++i) {
    tokens[i].head = heads[i];
    tokens[i].span = {i * 10, i * 10 + 5};
  }
  ReadSentence sentence;
  sentence.last = 5;
  Predicate fired;
  fired.token = 3;
  fired.arguments = {{{Role::ARG0, RoleForm::plain}, 1, 0, 0, {}, 0.9F},
                     {{Role::ARG0, RoleForm::plain}, 4, 0, 0, {}, 0.4F}};
  complete_arguments(tokens, sentence, fired);
  ASSERT_EQ(fired.arguments.size(), 1U);  // one ARG0, the surer one
  EXPECT_EQ(fired.arguments[0].first, 0U);
  EXPECT_EQ(fired.arguments[0].last, 2U);
  Predicate fled;
  fled.token = 4;
  fled.arguments = {{{Role::ARG0, RoleForm::plain}, 1, 0, 0, {}, 0.9F}};
  complete_arguments(tokens, sentence, fled);
  EXPECT_EQ(fled.arguments[0].last, 4U);  // with its relative clause
}

TEST(Batches, LengthDependsOnTheSentenceAlone) {
  std::size_t before = 0;
  for (std::size_t pieces = 3; pieces <= sentence_pieces_max + 2; ++pieces) {
    ASSERT_GE(padded_length(pieces), pieces);
    ASSERT_GE(padded_length(pieces), before);
    before = padded_length(pieces);
    ASSERT_EQ(padded_length(before), before);
  }
}

}  // namespace
}  // namespace sitrep
