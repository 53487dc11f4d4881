// Misuse that must not compile. Each case is compiled twice: as it stands it must compile, with
// MISUSE defined it must not, and the compiler must say "deleted".
#include "text/document.h"

namespace sitrep {

Document make();

#if defined(CASE_view)
std::string_view use() {
#ifdef MISUSE
  return make().view(Span{0, 1});  // the bytes would die first
#else
  static const Document document = make();
  return document.view(Span{0, 1});
#endif
}
#elif defined(CASE_text)
std::string_view use() {
#ifdef MISUSE
  return make().text();
#else
  static const Document document = make();
  return document.text();
#endif
}
#elif defined(CASE_received)
std::string_view use() {
#ifdef MISUSE
  return make().received();
#else
  static const Document document = make();
  return document.received();
#endif
}
#else
#error "no such case"
#endif

}  // namespace sitrep
