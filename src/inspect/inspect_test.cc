// Syntax made by hand, printed and drawn.

#include <gtest/gtest.h>

#include "inspect/conllu.h"
#include "inspect/trees.h"

namespace sitrep {
namespace {

// "Män <b> fled.": two names, one of them of two words, a predicate, someone meant twice.
Syntax syntax() {
  Syntax made;
  made.bundles = {"_", "Number=Plur"};
  const Span spans[] = {{0, 4}, {5, 8}, {9, 13}, {13, 14}};
  const TokenIndex heads[] = {2, 0, 2, 2};
  const DependencyRelation relations[] = {DependencyRelation::nsubj_pass, DependencyRelation::flat,
                                          DependencyRelation::root, DependencyRelation::punct};
  for (TokenIndex i = 0; i < 4; ++i) {
    Token token;
    token.span = spans[i];
    token.head = heads[i];
    token.relation = relations[i];
    token.tag = i == 2 ? WordTag::VERB : WordTag::PROPN;
    token.fine_tag = i == 2 ? FineTag::VBD : FineTag::NNP;
    token.bundle = i == 0 ? 1 : 0;
    token.lemma = i == 2 ? "flee" : "";
    made.tokens.push_back(token);
  }
  made.sentences.push_back({{0, 14}, 0, 4, 2, PartKind::body, false, 0.5F});
  made.names.push_back({{0, 8}, 0, 2, 0, NameKind::person, 0.75F});
  Predicate fled;
  fled.token = 2;
  fled.sense = "flee.01";
  fled.arguments.push_back({{Role::ARG0, RoleForm::plain}, 0, 0, 2, {0, 8}, 0.9F});
  made.predicates.push_back(fled);
  made.references.push_back({{0, 8}, 0, 2, 0, 1});
  made.references.push_back({{5, 8}, 1, 2, 1, 1});
  return made;
}

constexpr std::string_view text = "M\xC3\xA4n <b> fled.";

TEST(Conllu, HasSpansNamesRolesAndReferences) {
  EXPECT_EQ(conllu(syntax(), text, Positions(text)),
            "# sent_id = 1\n# text = Män <b> fled.\n"
            "1\tMän\t_\tPROPN\tNNP\tNumber=Plur\t3\tnsubj:pass\t_\tTokenRange=0:3|Name=B-PER|Entity=(e1\n"
            "2\t<b>\t_\tPROPN\tNNP\t_\t1\tflat\t_\tTokenRange=4:7|Name=E-PER|Entity=(e1)e1)\n"
            "3\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\tTokenRange=8:12|Pred=flee.01|Args=ARG0:1\n"
            "4\t.\t_\tPROPN\tNNP\t_\t3\tpunct\t_\tTokenRange=12:13\n\n");
}

TEST(Trees, AreDrawnAndNothingOfTheTextIsMarkup) {
  std::string page = trees_page_begin("a <title>") + draw_trees(syntax(), text) + trees_page_end();
  EXPECT_EQ(page.find("<b>Män"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;"), std::string::npos);
  EXPECT_NE(page.find("<title>a &lt;title&gt;</title>"), std::string::npos);
  EXPECT_NE(page.find(">nsubj:pass</text>"), std::string::npos);
  EXPECT_NE(page.find("person 0.75"), std::string::npos);
  EXPECT_NE(page.find("<i>ARG0</i> Män &lt;b&gt;"), std::string::npos);
  std::size_t arcs = 0;
  for (std::size_t at = page.find("<circle"); at != std::string::npos; at = page.find("<circle", at + 1))
    ++arcs;
  EXPECT_EQ(arcs, 3U);
}

}  // namespace
}  // namespace sitrep
