#include "discourse/entities.h"

#include <algorithm>

namespace sitrep {

Entities::Entities(const Analysis& analysis) : syntax_(analysis.syntax()) {
  if (syntax_ == nullptr) return;
  for (const Reference& reference : syntax_->references) {
    if (reference.entity >= names_.size()) names_.resize(reference.entity + 1);
    auto after = std::upper_bound(syntax_->names.begin(), syntax_->names.end(), reference.head,
                                  [](TokenIndex token, const Name& name) { return token < name.first; });
    if (after == syntax_->names.begin()) continue;
    const Name& name = *std::prev(after);
    bool of_it =
        name.last > reference.head && (name.kind == NameKind::person || name.kind == NameKind::organisation ||
                                       name.kind == NameKind::armed_group);
    if (!of_it) continue;
    auto& known = names_[reference.entity];
    if (!known || name.span.size() > known->name.size()) known = Named{name.span, name.kind};
  }
}

std::optional<Entities::Named> Entities::name_of(Span span) const {
  if (syntax_ == nullptr) return std::nullopt;
  const auto& references = syntax_->references;
  auto at = std::partition_point(references.begin(), references.end(), [&](const Reference& reference) {
    return syntax_->tokens[reference.head].span.begin < span.begin;
  });
  if (at == references.end() || !span.contains(syntax_->tokens[at->head].span)) return std::nullopt;
  // The first head in the words is theirs where nothing stands before it that is one too.
  return names_[at->entity];
}

}  // namespace sitrep
