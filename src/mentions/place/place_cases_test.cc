// Tables of what the finder tells, by phenomenon. A row is a text and its places as dump_line writes them:
//
//   "Shells fell 80 km north of Kabul."    "Kabul AF near <away 80 km 0°> in"
//   "A market in Kunduz, Afghanistan, burned."    "Kunduz AF in; Afghanistan AF country site of #0"
//
// "in": something is there; "of #0": said of the first place; "?": which one it is cannot be told.
#include <gtest/gtest.h>

#include <string>

#include "language/document_for_tests.h"
#include "mentions/place/place_finder.h"

namespace sitrep {
namespace {

struct Row {
  const char* text;
  const char* places;
};

template <std::size_t N>
void expect(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    Analysis analysis(document);
    std::string out;
    for (const PlaceMention& m : find_places(analysis)) {
      if (!out.empty()) out += "; ";
      out += dump_line(m);
    }
    EXPECT_EQ(out, row.places) << row.text;
  }
}

TEST(PlaceCases, tell_where_something_is) {
  const Row rows[] = {
      {"Shells fell in Goma.", "Goma CD/North Kivu in"},
      {"Shells fell at Bagram.", "Bagram Airfield AF/Parwan point in"},
      {"Troops were deployed inside Mariupol.", "Mariupol UA/Donetsk in"},
      {"Clashes broke out across Sudan.", "Sudan SD country in"},
      {"Protests spread throughout Burkina Faso.", "Burkina Faso BF country in"},
      {"He was born in Afghanistan.", "Afghanistan AF country in"},
      {"The team arrived in Addis Ababa on Monday.", "Addis Ababa ET in"},
      {"Drones were shot down over Kyiv.", "Kyiv UA/Kyiv City in"},
      {"The two sides quarrelled over sanctions and the dispute over Crimea.", "Crimea UA province about"},
      {"Ships were fired on off Hodeidah.", "Hodeidah YE/Al Hudaydah in"},
      {"Fighters patrol along the Euphrates.", "Euphrates - area in"},
      {"A garrison stands on Snake Island.", "Snake Island UA/Odesa area in"},
      {"Rockets struck the Golan Heights.", "Golan Heights SY area in"},
      {"Shells fell in Goma and Bukavu.", "Goma CD/North Kivu in; Bukavu CD/South Kivu in"},
      {"Shells fell in Homs, Hama and Daraa.", "Homs SY in; Hama SY in; Daraa SY in"},
      {"Forces shelled Kharkiv overnight.", "Kharkiv UA in"},
      {"Rebels captured Goma and entered Bukavu.", "Goma CD/North Kivu in; Bukavu CD/South Kivu destination"},
      {"The siege of Mariupol lasted for weeks.", "Mariupol UA/Donetsk in"},
      {"The attack on Kunduz killed nine.", "Kunduz AF in"},
      {"The fall of Kabul surprised many.", "Kabul AF in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_where_something_comes_from) {
  const Row rows[] = {
      {"Thousands fled from Khartoum.", "Khartoum SD origin"},
      {"He left Goma for Kinshasa.", "Goma CD/North Kivu origin; Kinshasa CD destination"},
      {"Residents fled Bakhmut.", "Bakhmut UA/Donetsk origin"},
      {"Families were evacuated from Sloviansk to Dnipro.",
       "Sloviansk UA/Donetsk origin; Dnipro UA/Dnipropetrovsk destination"},
      {"Missiles were fired from Belgorod.", "Belgorod RU/Belgorod Oblast origin"},
      {"Troops withdrew from Kherson.", "Kherson UA origin"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_where_something_goes) {
  const Row rows[] = {
      {"The wounded were taken to Gaziantep.", "Gaziantep TR destination"},
      {"Troops moved into Jenin.", "Jenin PS/West Bank destination"},
      {"They reached Aden at night.", "Aden YE destination"},
      {"Refugees crossed into Moldova.", "Moldova MD country destination"},
      {"The ship was bound for Odesa.", "Odesa UA destination"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_which_way_something_goes) {
  const Row rows[] = {
      {"Rebels advanced towards Aleppo.", "Aleppo SY direction"},
      {"The column moved toward Tripoli.", "Tripoli LY direction"},
      {"Fighters marched on Kabul.", "Kabul AF direction"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_how_far_from_a_place) {
  const Row rows[] = {
      {"Shells fell 80 km north of Kabul.", "Kabul AF near <away 80 km 0°> in"},
      {"Shells fell 80km north-west of Kabul.", "Kabul AF near <away 80 km 315°> in"},
      {"A convoy was ambushed some 12 kilometres (7 miles) north of the city of Kunduz.",
       "Kunduz AF near <away 12 km 0°> in"},
      {"A mine went off in a village 30 miles south-east of Mosul.", "Mosul IQ near <away 48.3 km 135°> in"},
      {"A mine went off about two kilometres from Bakhmut.", "Bakhmut UA/Donetsk near <away 2 km> in"},
      {"A mine went off 1,200 metres east of Avdiivka.", "Avdiivka UA/Donetsk near <away 1.2 km 90°> in"},
      {"The camp lies twenty-five kilometres outside Erbil.", "Erbil IQ near <away 25 km> in"},
      {"They met in Bagram, 60 km north of Kabul.",
       "Bagram Airfield AF/Parwan point in; Kabul AF near <away 60 km 0°> about of #0"},
      {"The blast was heard within 5 km of Lviv.", "Lviv UA near <near> in"},
      {"The town is not far from Raqqa.", "Ar Raqqah SY/Raqqa near <near> in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_near_a_place) {
  const Row rows[] = {
      {"Shells fell near the town of Goma.", "Goma CD/North Kivu near <near> in"},
      {"Shells fell close to Donetsk.", "Donetsk UA near <near> in"},
      {"Shells fell just outside Sirte.", "Sirte LY/Surt near <near> in"},
      {"Shells fell around Misrata.", "Misrata LY/Misratah near <near> in"},
      {"He was killed in and around Homs.", "Homs SY in"},
      {"Shells fell in the vicinity of Tikrit.", "Tikrit IQ/Salah ad Din near <near> in"},
      {"Shells fell just north of Gaza City.", "Gaza PS/Gaza Strip near <near 0°> in"},
      {"Clashes broke out north of Kabul.", "Kabul AF near <off 0°> in"},
      {"Clashes broke out to the east of Benghazi.", "Benghazi LY/Banghazi near <off 90°> in"},
      {"Troops are next to Jableh.", ""},
  };
  expect(rows);
}

TEST(PlaceCases, tell_a_part_of_a_place) {
  const Row rows[] = {
      {"Fighting went on in northern Kharkiv.", "Kharkiv UA district <part 0°> in"},
      {"Fighting went on in southern Lebanon.", "Lebanon LB area <part 180°> in"},
      {"Fighting went on in the north of Mali.", "Mali ML area <part 0°> in"},
      {"Fighting went on in the southern city of Aden.", "Aden YE in"},
      {"Fighting went on in central Damascus.", "Damascus SY/Damascus Governorate district <part> in"},
      {"Fighting went on in the centre of Sumy.", "Sumy UA district <part> in"},
      {"Fighting went on in east Aleppo.", "Aleppo SY district <part 90°> in"},
      {"Fighting went on on the outskirts of Damascus.", "Damascus SY/Damascus Governorate near <edge> in"},
      {"Fighting went on on the southern outskirts of Mosul.", "Mosul IQ/Nineveh near <edge 180°> in"},
      {"Fighting went on in the suburbs of Tripoli.", "Tripoli LY near <edge> in"},
      {"They hold the southern end of the Panjshir Valley.",
       "Panjshir Valley AF/Panjshir area <part 180°> in"},
      {"They hold parts of Rakhine.", "Rakhine MM area <part> in"},
      {"Fighting went on in downtown Juba.", "Juba SS/Central Equatoria district <part> in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_between_two_places) {
  const Row rows[] = {
      {"A bus was hit between Kabul and Ghazni.",
       "Kabul and Ghazni AF area <between> in; Ghazni AF about of #0"},
      {"Talks between Moscow and Kyiv went on.", "Moscow RU; Kyiv UA/Kyiv City"},
      {"Fighting between Armenia and Azerbaijan broke out.", "Armenia AM country; Azerbaijan AZ country"},
      {"Mines lie along the road from Goma to Bukavu.",
       "Goma to Bukavu CD area <road> in; Bukavu CD/South Kivu about of #0"},
      {"Mines lie on the road between Homs and Hama.",
       "Homs and Hama SY area <road> in; Hama SY about of #0"},
      {"Mines lie along the Kabul-Kandahar highway.",
       "Kabul-Kandahar AF area <road> in; Kandahar AF about of #0"},
      {"A bridge on the road linking Mosul and Erbil was blown up.",
       "Mosul and Erbil IQ area <road> in; Erbil IQ about of #0"},
      {"Troops massed near the border with Iran.", "Iran IR area <border> in"},
      {"Troops massed on the border between Chad and Sudan.",
       "Chad and Sudan ? area <border> in; Sudan SD country about of #0"},
      {"Troops massed along Pakistan's border with Afghanistan.",
       "Pakistan's border with Afghanistan ? area <border> in; Afghanistan AF area <border> about of #0"},
      {"Troops massed along the Syria-Turkey border.",
       "Syria-Turkey ? area <border> in; Türkiye TR area <border> about of #0"},
      {"Troops massed on the border of Helmand and Kandahar.",
       "Helmand and Kandahar AF area <border> in; Kandahar AF about of #0"},
      {"Smugglers were held on the Syrian border.", "Syria SY area <border> folk in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_what_holds_a_place) {
  const Row rows[] = {
      {"A market in Kunduz, Afghanistan, burned.", "Kunduz AF in; Afghanistan AF country site of #0"},
      {"A market in Kunduz, northern Afghanistan, burned.",
       "Kunduz AF in; Afghanistan AF area <part 0°> site of #0"},
      {"A market in Kunduz in northern Afghanistan burned.",
       "Kunduz AF in; Afghanistan AF area <part 0°> site of #0"},
      {"A fire broke out in Paris, Texas.", "Paris US/Texas in; Texas US province site of #0"},
      {"A storm hit Athens, Ga.", "Athens US/Georgia in; Georgia US province site of #0"},
      {"Shells fell in Goma, Uganda said.", "Goma CD/North Kivu in; Uganda UG country metonym"},
      {"Clashes broke out in Afghanistan's Kunduz province.",
       "Afghanistan AF country site of #1; Kunduz AF province in"},
      {"Clashes broke out in the Syrian province of Idlib.",
       "Syria SY country folk site; Idlib SY province in"},
      {"Clashes broke out in the Democratic Republic of the Congo.", "DR Congo CD country in"},
      {"Clashes broke out in North Kivu province.", "North Kivu CD province in"},
      {"Clashes broke out in Kunduz province.", "Kunduz AF province in"},
      {"Clashes broke out in the province of Kunduz.", "Kunduz AF province in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_those_who_govern_from_what_they_govern) {
  const Row rows[] = {
      {"Washington said it would help.", "Washington US/District of Columbia metonym"},
      {"Moscow's demands were rejected.", "Moscow RU metonym"},
      {"Russia accused Ukraine of lying.", "Russia RU country metonym; Ukraine UA country metonym"},
      {"Iran warned Israel.", "Iran IR country metonym; Israel IL country metonym"},
      {"Diplomats urged Beijing to help.", "Beijing CN metonym"},
      {"Tehran has denied it.", "Tehran IR metonym"},
      {"Relations with Ankara are poor.", "Ankara TR metonym"},
      {"The group is backed by Tehran.", "Tehran IR metonym"},
      {"Kabul called for calm.", "Kabul AF metonym"},
      {"In Washington, he said it would help.", "Washington US/District of Columbia in"},
      {"Ukraine said that shells fell in Kherson.", "Ukraine UA country metonym; Kherson UA in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_people_of_a_place) {
  const Row rows[] = {
      {"Afghan troops left Kunduz.", "Afghanistan AF country folk; Kunduz AF origin"},
      {"Ukrainians fled Kharkov.", "Ukraine UA country folk; Kharkiv UA origin"},
      {"A Syrian doctor spoke.", "Syria SY country folk"},
      {"He is a Somali.", "Somalia SO country folk"},
      {"Three Yemenis and a Saudi were held.", "Yemen YE country folk; Saudi Arabia SA country folk"},
      {"The Arab-Israeli war ended.", "Israel IL country folk"},
      {"French and Malian troops met.", "France FR country folk; Mali ML country folk"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_words_and_people_from_places) {
  const Row rows[] = {
      {"Nice of you to come.", ""},
      {"It was a nice day for reading.", ""},
      {"A fire broke out in Nice.", "Nice FR/Provence-Alpes-Côte d'Azur in"},
      {"A fire broke out in Reading, England.", "Reading GB/England in; England GB province site of #0"},
      {"A mobile phone was found. Mobile networks failed.", ""},
      {"A storm hit Mobile, Alabama.", "Mobile US/Alabama in; Alabama US province site of #0"},
      {"Of those, nine died. Is it so? Man is mortal.", ""},
      {"They told us so.", ""},
      {"I'll go, and I'd pay.", ""},
      {"Paris Hilton spoke. Hilton said no more.", ""},
      {"Michael Jordan spoke. Jordan said no more.", ""},
      {"Jordan closed its border with Syria.", "Jordan JO country; Syria SY area <border> in"},
      {"Maria Lincoln spoke. Lincoln said no more.", ""},
      {"Mr. Lincoln did not answer.", ""},
      {"Chelsea Clinton and Georgia Holm spoke.", ""},
      {"President Washington spoke.", "Washington US/District of Columbia"},
      {"Berg said he would stay.", ""},
      {"Ida Holm said so in Kalmar.", "Kalmar SE in"},
      {"Gen. Sherman attacked.", ""},
      {"On Sunday in May, March was over.", ""},
  };
  expect(rows);
}

TEST(PlaceCases, tell_bodies_that_bear_a_place_s_name) {
  const Row rows[] = {
      {"The Goma Times wrote so.", ""},
      {"The Washington Post wrote so.", "Washington US/District of Columbia"},
      {"Kabul University was closed.", "Kabul AF"},
      {"Shells fell in the Goma Hotel.", ""},
      {"Police in London met.", "London GB/England in"},
      {"A Paris-based group said so.", "Paris FR/Île-de-France"},
      {"The US-led force left.", "United States US country"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_a_name_in_other_spellings) {
  const Row rows[] = {
      {"Fighters were seen in the Panchir Valley.", "Panjshir Valley AF/Panjshir area in"},
      {"Fighters were seen in Pandjchir.", "Panjshir AF province in"},
      {"Shells fell on Kharkov, Kiev and Lvov.", "Kharkiv UA in; Kyiv UA/Kyiv City in; Lviv UA in"},
      {"Ships reached Hudaydah and Hodeidah.",
       "Hudaydah YE/Al Hudaydah destination; Hodeidah YE/Al Hudaydah destination"},
      {"Shells fell in Dayr az-Zawr and Deir ez-Zor.", "Deir ez-Zor SY in; Deir ez-Zor SY in"},
      {"Shells fell in Nagorno Karabakh and Nagorno-Karabakh.",
       "Nagorno-Karabakh AZ area in; Nagorno-Karabakh AZ area in"},
      {"He flew to St. Petersburg.", "Saint Petersburg RU/St.-Petersburg destination"},
      {"He climbed Mt. Hermon.", "Mount Hermon - point"},
      {"Shells fell in Sana'a and Sanaa.", "Sanaa YE/Amanat Alasimah in; Sanaa YE/Amanat Alasimah in"},
      {"Shells fell in Qamishli and Al-Qamishli.", "Qamishli SY/Al-Hasakah in; Al-Qamishli SY/Al-Hasakah in"},
      {"Clashes broke out in Côte d'Ivoire and Cote d'Ivoire.",
       "Ivory Coast CI country in; Ivory Coast CI country in"},
      {"They believed in Gxqwvtr.", ""},
  };
  expect(rows);
}

TEST(PlaceCases, tell_abbreviations) {
  const Row rows[] = {
      {"The U.S. sent aid.", "United States US country"},
      {"The US sent aid to the UK.", "United States US country metonym; United Kingdom GB country about"},
      {"Fighting resumed in the DRC and the CAR.",
       "DR Congo CD country in; Central African Republic CF country in"},
      {"The UAE sent planes.", "United Arab Emirates AE country metonym"},
      {"The USSR fell.", "Soviet Union - country"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_all_kinds_of_places) {
  const Row rows[] = {
      {"Fighters hold the Khawak Pass.", "Khawak Pass AF/Panjshir point in"},
      {"They crossed the Strait of Hormuz.", "Strait of Hormuz - area in"},
      {"Azovstal was shelled.", "Azovstal UA/Donetsk point"},
      {"The Red Sea is closed to them.", "Red Sea - area"},
      {"Clashes broke out in the Sahel and in Donbas.", "Sahel - area in; Donbas UA area in"},
      {"They were held in Evin Prison and Guantanamo Bay.",
       "Evin Prison IR/Tehran point in; Guantanamo Bay CU point in"},
      {"Aid passes through Rafah Crossing.", "Rafah crossing - point in"},
      {"Pirates ply the Gulf of Aden.", "Gulf of Aden - area"},
      {"Yugoslavia broke up.", "Yugoslavia - country"},
      {"Fighting in Africa goes on.", "Africa - area in"},
      {"The house on Darby Street burned.", "Darby Street ? in"},
      {"Troops crossed the Dnipro River.", "Dnieper - area in"},
  };
  expect(rows);
}

TEST(PlaceCases, tell_which_place_of_a_name_is_meant) {
  const Row rows[] = {
      {"He was held in Tripoli. Lebanon and Beirut were quiet.",
       "Tripoli LB/North Lebanon in; Lebanon LB country; Beirut LB"},
      {"He was held in Tripoli. Libya and Benghazi were quiet.",
       "Tripoli LY in; Libya LY country; Benghazi LY/Banghazi"},
      {"Georgia said Tbilisi was safe.", "Georgia GE country metonym; Tbilisi GE"},
      {"In Georgia, Atlanta and Savannah were safe.",
       "Georgia US province in; Atlanta US/Georgia in; Savannah US/Georgia in"},
      {"A fire broke out in Paris.", "Paris FR/Île-de-France in"},
      {"Police in Paris, Texas, came. Paris was quiet.",
       "Paris US/Texas in; Texas US province site of #0; Paris US/Texas"},
      {"He was shot in San Salvador, El Salvador.",
       "San Salvador SV/San Salvador Department in; El Salvador SV country site of #0"},
      {"Shells fell in Alexandria. Cairo sent troops to Alexandria.",
       "Alexandria EG in; Cairo EG metonym; Alexandria EG destination"},
      {"Springfield was quiet.", "Springfield US ?"},
      {"Troops left Hyderabad for Karachi and Islamabad.",
       "Hyderabad PK/Sindh origin; Karachi PK/Sindh destination; Islamabad PK destination"},
      {"Troops left Hyderabad for Mumbai and Delhi.",
       "Hyderabad IN/Telangana origin; Mumbai IN/Maharashtra destination; Delhi IN destination"},
  };
  expect(rows);
}

}  // namespace
}  // namespace sitrep
