#include "mentions/place/toponym_words.h"

#include <initializer_list>
#include <unordered_set>

namespace sitrep {
namespace {

using Words = std::unordered_set<std::string_view>;

// Written from general knowledge for this project, parted by spaces.
constexpr std::string_view given_names =
    "aaron abdul abdullah abu adam adrian ahmad ahmed aisha alan albert alex alexander alexei alfred ali "
    "alice allen amanda amir amy ana andrea andrei andrew andy angela ann anna anne anthony antonio "
    "arthur ashley barack barbara barry bashar ben benjamin bernard beth betty bill billy bob bobby boris "
    "brad brandon brenda brian bruce bryan carl carlos carol caroline catherine charles charlie chris "
    "christian christina christine christopher cindy claire colin craig cynthia dale dan daniel david "
    "dean deborah dennis diana diane dick dmitry don donald donna doris dorothy doug douglas duncan earl "
    "ed eddie edward elena elizabeth ellen emily emma emmanuel eric ernest esther eugene eva fatima felix "
    "francis francisco frank fred gary gavin gene geoff george gerald gladys glenn gloria gordon grace "
    "graham greg gregory hamid hannah harold harry hassan heather helen henry herbert hillary howard hugh "
    "hussein ian ibrahim igor irene isaac ismail ivan jack jacob jacqueline jake james jamie jane janet "
    "janice jason javier jay jean jeff jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy joan "
    "joe joel john johnny jon jonathan jorge jose joseph josh joshua joyce juan judith judy julia julian "
    "julie justin karen karl kate katherine kathleen kathy keith kelly ken kenneth kevin khalid kim kyle "
    "larry laura lauren lawrence lee leo leon leonard leslie linda lisa liz lois louis louise lucy luis "
    "luke lynn mahmoud manuel marc marcus margaret maria marie marilyn mario marion mark martha martin "
    "marvin mary matt matthew maurice max megan mehmet melissa michael michelle miguel mike mikhail "
    "mohamed mohammad mohammed mohamud molly mustafa nancy natalie nathan neil nicholas nick nicola "
    "nicole nikolai norman oleg oliver olivia omar oscar pamela pat patricia patrick paul paula pedro "
    "peggy peter phil philip phillip phyllis rachel ralph ramon randy ray raymond rebecca recep richard "
    "rick rob robert roberto robin rod rodney roger ron ronald rosa rose ross roy russell ruth ryan "
    "saddam said sam samantha samuel sandra sara sarah scott sean sergei sharon shawn sheila shirley "
    "simon stanley stephanie stephen steve steven stuart sue susan tamara tara ted teresa terry theresa "
    "thomas tim timothy tina todd tom tommy tony tracy tyler umar valerie vanessa vernon victor victoria "
    "vincent virginia vivian vladimir volodymyr walter wanda warren wayne wendy william willie yasser "
    "youssef yusuf zachary ";

constexpr std::string_view common_words =
    "about act adams after agency all allen although amazon american an and anderson any apple april arab "
    "arabs are army as association at august award bailey baker ball bank bar bath bay be because before "
    "bell bend bennett best bible big bill bird bishop black board bonus book box brooks brown bureau "
    "bush but by camp campbell can capitol captain cars carter catholic center central centre chamber "
    "chance charter christ christian christmas church city clark clay clinton coach coal code coleman "
    "college collins colonel come commerce commission committee company congress conservative cook cooper "
    "corner council county court cox cross cruz cup davis day days deal democracy democrat democratic "
    "department did district do dr eagle early east easter eastern edwards english enterprise evans every "
    "facebook fair faith fall farmer federal field first flower for force ford forest foundation four "
    "friday friend from fund garcia garden gas gates general given god gold golden gomez good google "
    "grand grant gray green ground group guard gulf guy had hall harmony harris has have he health heart "
    "henderson her high hill his holy home hope hospital hot house how howard however hughes hull if in "
    "independence industry institute international internet is islamic island it jackson jenkins jesus "
    "jewish jobs johnson joy judge june junior justice kelly kennedy khan kim kind king labor labour lake "
    "land law leader league lewis li liberal liberty library light like lincoln list live local long "
    "loop lopez lord love low major male man manager march marines market martin martinez may mayor "
    "meanwhile media miller mina minister ministry mission mitchell mobile monday moon moore morgan "
    "morris most motor mountain mr mrs ms much museum muslim national navy nelson new news next nice "
    "nixon no normal north northeast northern northwest not now obama ocean of office oil old on one only "
    "open orange our over parent park parker parks parkway parliament patterson peace perez perry "
    "phillips phoenix plain plan point police pool poor powell power president price pride prince prior "
    "prize program progress public putin queen radio rain reading red reed republic republican rice rich "
    "richardson river road roberts robinson rock rogers rome ross royal said sanders santiago santos "
    "saturday says school science scott sea second secretary senate senator senior she sheriff show silva "
    "silver since singh sir small smith so social society some south southeast southern southwest split "
    "sport spring star state station stewart still stone story street summer summit sun sunday supply "
    "surprise taylor team than that the theater theatre their then there these they this thompson those "
    "three time times to top trail tribune trinity trump trust truth turn turner twitter two under union "
    "unity university us valley van victory village walk walker wall wang war ward was water watson way "
    "we welcome well wells west western what when where while white who why will wilson wind winter with "
    "wood word work world worth wright year you young your ";

Words parted(std::string_view list) {
  Words words;
  while (!list.empty()) {
    std::size_t end = list.find(' ');
    words.insert(list.substr(0, end));
    list.remove_prefix(end + 1);
  }
  return words;
}

bool in(std::string_view lower, std::initializer_list<std::string_view> list) {
  for (std::string_view word : list) {
    if (word == lower) return true;
  }
  return false;
}

}  // namespace

bool is_given_name(std::string_view lower) {
  static const Words words = parted(given_names);
  return words.contains(lower);
}

bool is_common_word(std::string_view lower) {
  static const Words words = parted(common_words);
  return words.contains(lower);
}

bool is_place_given_to_people(std::string_view lower) {
  static const Words words = parted(
      "adelaide alexandria asia austin brooklyn carolina chad charlotte chelsea cheyenne chester china "
      "clayton "
      "dallas dakota denver devon florence georgia hamilton holland houston india ireland israel jackson "
      "jordan "
      "kent kenya kingston lincoln logan london lourdes madison milan mercedes montana odessa paris preston "
      "regina salem santiago savannah sydney trinidad troy valencia vienna virginia warren wellington ");
  return words.contains(lower);
}

bool is_direction(std::string_view lower) {
  return in(lower, {"north",     "south",        "east",         "west",         "northern",     "southern",
                    "eastern",   "western",      "central",      "northeast",    "northwest",    "southeast",
                    "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "downtown",
                    "upper",     "lower",        "outer",        "inner",        "rural"});
}

bool is_place_noun(std::string_view lower) {
  return in(lower, {"lake",      "mount",   "mt",        "fort",   "port",   "cape",     "river",
                    "island",    "islands", "valley",    "county", "parish", "district", "province",
                    "bay",       "creek",   "beach",     "city",   "town",   "township", "village",
                    "heights",   "hills",   "springs",   "park",   "point",  "falls",    "mountain",
                    "mountains", "pass",    "peninsula", "desert", "camp",   "base"});
}

bool is_body_noun(std::string_view lower) {
  return in(lower, {"university",   "college",    "police",        "council",  "hospital", "county",
                    "city",         "fire",       "sheriff",       "high",     "school",   "schools",
                    "government",   "department", "international", "airport",  "court",    "parliament",
                    "ministry",     "embassy",    "state",         "district", "public",   "community",
                    "medical",      "health",     "chamber",       "board",    "regional", "municipal",
                    "metropolitan", "bank",       "stock",         "mayor",    "governor", "gov",
                    "sen",          "rep",        "attorney",      "superior", "supreme",  "center",
                    "centre",       "army",       "air",           "red",      "olympics", "province",
                    "region",       "senator",    "republican",    "democrat", "coast"});
}

bool is_way_noun(std::string_view lower) {
  return in(lower, {"street", "st",      "road",      "rd",     "avenue",  "ave", "drive", "dr",
                    "lane",   "ln",      "boulevard", "blvd",   "highway", "hwy", "court", "place",
                    "pike",   "parkway", "terrace",   "circle", "trail",   "way"});
}

bool is_feature_noun(std::string_view lower) {
  return in(lower, {"river", "creek", "lake", "park", "bridge", "county", "island", "valley", "mountain",
                    "mountains", "bay", "beach", "canal", "dam", "pass", "strait"});
}

bool is_locating(std::string_view lower) {
  return in(lower, {"in", "near", "outside", "across", "throughout", "around", "into", "inside", "downtown"});
}

bool is_perhaps_locating(std::string_view lower) {
  return in(lower, {"from", "to", "of", "at", "towards", "toward", "between", "over", "off", "through", "for",
                    "and", "with", "on", "against", "via", "by"});
}

}  // namespace sitrep
