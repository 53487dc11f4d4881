#include "lexicon/verb_forms.h"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

TEST(VerbForms, know_irregular_verbs_by_form_and_tag) {
  struct Row {
    const char* form;
    const char* tag;
    const char* lemma;
  };
  for (const Row& row :
       {Row{"laid", "VBD", "lay"}, Row{"laid", "VBP", "lay"}, Row{"lay", "VBD", "lie"}, Row{"lay", "VB", ""},
        Row{"retook", "VBP", "retake"}, Row{"overthrew", "VBP", "overthrow"}, Row{"shot", "VBN", "shoot"},
        Row{"fell", "VBD", "fall"}, Row{"fell", "VB", ""}, Row{"saw", "NN", ""}, Row{"shot", "NN", ""},
        Row{"re-sent", "VBD", "re-send"}, Row{"regrew", "VBD", "regrow"}, Row{"attacked", "VBD", ""},
        Row{"re", "VB", ""}, Row{"", "VBD", ""}}) {
    EXPECT_EQ(lemma_of_irregular_verb(row.form, row.tag), row.lemma) << row.form << ' ' << row.tag;
  }
}

}  // namespace
}  // namespace sitrep
