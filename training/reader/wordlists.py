"""Lists of general knowledge that tell kinds apart where a source doesn't. Lower-case where they are compared so."""

TITLE_WORDS = set(
    """mr mrs ms miss dr prof professor sir dame lord lady president premier chancellor minister secretary senator
    congressman congresswoman representative rep sen governor mayor ambassador envoy judge justice attorney prosecutor
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt brigadier brig
    admiral adm commodore commander cmdr marshal field staff chief deputy vice acting interim prime foreign defense
    defence interior finance justice king queen prince princess emperor sultan emir sheikh sheik shaikh pope cardinal
    archbishop bishop patriarch rabbi imam mullah ayatollah grand hojatoleslam mufti rev reverend father pastor sister
    saint st chairman chairwoman chairperson spokesman spokeswoman director speaker commissioner superintendent
    inspector constable detective officer warrant petty airman private specialist undersecretary under-secretary
    secretary-general attorney-general governor-general lieutenant-general major-general vice-president
    ex-president ex-minister former leader senior first second assistant press home health trade economy economic
    agriculture education oil energy planning labor labour transport culture information security vizier caliph
    comandante coronel general-secretary lieutenant-colonel presidential warlord cleric""".split()
)
TITLE_WORDS -= {"security", "information", "culture", "first", "second", "home", "field", "former", "staff", "oil", "health",
                "trade", "economy", "economic", "planning", "education", "energy", "agriculture", "labor", "labour", "transport",
                "press", "senior", "presidential"}
TITLE_PHRASES = [tuple(p.split()) for p in (
    "secretary of state", "secretary of defense", "minister of defence", "minister of defense", "minister of interior",
    "minister of foreign affairs", "chief of staff", "joint chiefs", "field marshal", "home secretary", "first lady",
    "first lieutenant", "second lieutenant", "staff sergeant", "first sergeant", "press secretary", "national security adviser",
    "national security advisor", "oil minister", "health minister", "trade minister", "economy minister", "first vice",
    "planning minister", "education minister", "energy minister", "agriculture minister", "labor minister", "security minister",
    "information minister", "culture minister", "transport minister", "home minister", "presidential candidate",
    "minister for the middle east", "high representative", "high commissioner", "special envoy", "special representative",
    "commander in chief", "commander-in-chief", "crown prince",
)]

ARMED_HEADS = set(
    """Army Brigade Brigades Battalion Battalions Militia Militias Guerrillas Guerrilla Guard Guards Marines Navy Corps
    Regiment Division Division Troops Rebels Insurgents Fighters Mujahideen Mujahedeen Jihad Fedayeen Janjaweed Paramilitary
    Peshmerga Legion Commandos Airforce""".split()
)
ARMED_NAMES = {n.strip().lower() for n in """
    Hamas; Hezbollah; Hizbollah; Hizbullah; Taliban; Taleban; al-Qaida; al-Qaeda; al Qaeda; al Qaida; Al-Qaeda; Qaeda; al-Qaida in Iraq;
    al-Qaeda in Iraq; Al Qaeda in Iraq; al-Qaida in the Islamic Maghreb; al-Qaida in the Arabian Peninsula; ISIL; ISIS; IS; Daesh; Da’esh; Da'esh; Islamic State;
    Islamic State of Iraq; Islamic State of Iraq and the Levant; Islamic State of Iraq and Syria; Islamic State in Iraq and the Levant; Islamic State in Iraq and Syria;
    Jabhat al-Nusra; al-Nusra Front; Nusra Front; Jabhat Fateh al-Sham; Ahrar al-Sham; Jaish al-Islam; Hayat Tahrir al-Sham; Syrian Democratic Forces; SDF;
    Free Syrian Army; FSA; YPG; YPJ; PKK; PYD; Kurdistan Workers Party; Kurdistan Workers' Party; Kurdistan Workers ' Party; Peshmerga; ETA; IRA; Irish Republican Army;
    Provisional IRA; Real IRA; Ulster Volunteer Force; UVF; UDA; FARC; ELN; AUC; Revolutionary Armed Forces of Colombia; National Liberation Army; Shining Path;
    Sendero Luminoso; Tupac Amaru; MRTA; FMLN; Contras; Sandinistas; Zapatistas; LTTE; Tamil Tigers; Liberation Tigers of Tamil Eelam; Tigers; Lashkar-e-Taiba;
    Lashkar-e-Tayyiba; Lashkar-e-Jhangvi; Jaish-e-Mohammad; Jaish-e-Mohammed; Jemaah Islamiyah; Abu Sayyaf; Moro Islamic Liberation Front; MILF; Moro National Liberation Front;
    New People's Army; Haqqani network; Haqqani Network; Tehrik-e-Taliban Pakistan; Pakistani Taliban; Afghan Taliban; Boko Haram; al-Shabab; al-Shabaab; Al-Shabab; Shabab; Al-Shabaab;
    Islamic Courts Union; Union of Islamic Courts; Islamic Courts; Lord's Resistance Army; Lord 's Resistance Army; LRA; Janjaweed; Sudan Liberation Army; Sudan Liberation Movement;
    Justice and Equality Movement; JEM; SPLA; SPLM; Sudan People's Liberation Army; Sudan People 's Liberation Army; UNITA; RENAMO; M23; Mai-Mai; Mayi-Mayi; Interahamwe; FDLR; Seleka; anti-Balaka;
    Movement for the Emancipation of the Niger Delta; MEND; GSPC; Armed Islamic Group; Salafist Group for Preaching and Combat; Polisario Front; Polisario; Ansar Dine; MNLA;
    Houthis; Houthi; Ansar Allah; Mahdi Army; Mehdi Army; Badr Brigade; Badr Organization; Asaib Ahl al-Haq; Kataib Hezbollah; Popular Mobilization Forces; Popular Mobilisation Forces; Sons of Iraq;
    Islamic Jihad; Palestinian Islamic Jihad; Fatah; Al-Aqsa Martyrs Brigades; al-Aqsa Martyrs Brigades; al-Aqsa Martyrs Brigade; Al Aqsa Martyrs' Brigades; Popular Resistance Committees; Force 17;
    Izz el-Deen al-Qassam; PFLP; Popular Front for the Liberation of Palestine; Fatah al-Islam; Ansar al-Islam; Ansar al-Sunna; Army of Islam; Army of the Mujahideen; Jundallah; Mujahedin-e-Khalq; People's Mujahedin;
    Revolutionary Guard; Revolutionary Guards; Revolutionary Guard Corps; Islamic Revolutionary Guard Corps; Quds Force; Basij; Israel Defense Forces; Israeli Defense Forces; IDF; Red Army; Red Brigades;
    Red Army Faction; Kosovo Liberation Army; KLA; UCK; Free Aceh Movement; GAM; United Self-Defense Forces of Colombia; Armed Forces; National Guard; Republican Guard;
    Viet Cong; Khmer Rouge; Wehrmacht; Luftwaffe; Waffen-SS; SS; Royal Navy; Royal Air Force; RAF; U.S. Army; US Army; U.S. Navy; U.S. Marines; U.S. Air Force; Air Force; Army; Navy; Marines; Marine Corps;
    Coast Guard; Continental Army; Confederate Army; Union Army; Imperial Guard; People's Liberation Army; PLA; Korean People's Army; KPA; Lebanese Armed Forces; Iraqi Security Forces; ISF; Afghan National Army; ANA;
    Free Papua Movement; United Liberation Front of Asom; ULFA; Hizb-ul-Mujahideen; Hizbul Mujahideen; Hezb-i-Islami; Hezb-e-Islami; Northern Alliance; Arakan Army; Karen National Union; Wagner Group; Wagner; Azov Battalion
    """.split(";")}

COUNTRIES = {n.strip() for n in """
    Afghanistan; Albania; Algeria; Andorra; Angola; Argentina; Armenia; Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Bolivia; Bosnia;
    Bosnia-Herzegovina; Botswana; Brazil; Britain; Great Britain; Brunei; Bulgaria; Burkina Faso; Burma; Burundi; Cambodia; Cameroon; Canada; Cape Verde; Central African Republic; Chad; Chile; China; Colombia; Comoros; Congo; Costa Rica;
    Croatia; Cuba; Cyprus; Czech Republic; Denmark; Djibouti; Dominica; Dominican Republic; East Timor; Ecuador; Egypt; El Salvador; England; Equatorial Guinea; Eritrea; Estonia; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia;
    Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kosovo; Kuwait;
    Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Macedonia; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Mauritania; Mauritius; Mexico; Moldova; Monaco; Mongolia; Montenegro;
    Morocco; Mozambique; Myanmar; Namibia; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Korea; Northern Ireland; Norway; Oman; Pakistan; Palestine; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal;
    Qatar; Romania; Russia; Rwanda; Saudi Arabia; Scotland; Senegal; Serbia; Sierra Leone; Singapore; Slovakia; Slovenia; Somalia; South Africa; South Korea; South Sudan; Soviet Union; Spain; Sri Lanka; Sudan; Suriname; Swaziland; Sweden;
    Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Togo; Trinidad; Tunisia; Turkey; Turkmenistan; U.K.; U.S.; UK; US; USA; U.S.A.; Uganda; Ukraine; United Arab Emirates; United Kingdom; United States; America; Uruguay; USSR; Uzbekistan; Vanuatu;
    Vatican; Venezuela; Vietnam; Wales; Yemen; Yugoslavia; Zambia; Zimbabwe; Gaza; Chechnya; Kashmir; Darfur; Abkhazia; South Ossetia
    """.split(";")}

_PLAIN = """
    Afghan Afghani Albanian Algerian American Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani Azeri Bahraini Bangladeshi Belarusian Belgian Bengali Bolivian Bosnian Brazilian Bulgarian Burmese
    Burundian Cambodian Cameroonian Canadian Chadian Chechen Chilean Chinese Colombian Congolese Croat Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian Egyptian English Eritrean Estonian Ethiopian European Fijian Filipino
    Finnish French Georgian German Ghanaian Greek Guatemalan Guinean Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kashmiri Kazakh Kenyan
    Kosovar Kurd Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malawian Malaysian Malian Maltese Mauritanian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese
    Nepali Nicaraguan Nigerian Nigerien Norwegian Omani Ossetian Pakistani Palestinian Panamanian Paraguayan Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Saudi Scottish Senegalese Serb Serbian Serbs
    Singaporean Slovak Slovenian Somali Soviet Spanish Sudanese Swedish Swiss Syrian Taiwanese Tajik Tamil Tanzanian Thai Tibetan Tunisian Turk Turkish Turkmen Tuareg Ugandan Uighur Ukrainian Uruguayan Uzbek Venezuelan
    Vietnamese Welsh Yemeni Yugoslav Zambian Zimbabwean African Arab Asian Arabic Hutu Tutsi Hausa Pashtun Hazara Baluch Baloch Punjabi Sindhi Shia Shiite Shi'ite Shi'a Sunni Alawite Druze Yazidi Yezidi Maronite Muslim Christian Jewish
    Catholic Protestant Hindu Buddhist Sikh Jew Berber Oromo Tigrayan Rohingya Karen Kachin Maya Dinka Nuer Basque Catalan Briton Swede Dane Pole Spaniard Scot Finn Frenchman Englishman Dutchman Irishman
"""
DEMONYMS = set(_PLAIN.split())
DEMONYMS |= {w + "s" for w in DEMONYMS if not w.endswith(("ese", "sh", "ch", "s", "man", "ss"))} | {
    "British", "Britons", "Spaniards", "Filipinos", "Philippine", "Shi'ites", "Shias", "Frenchmen", "North Korean", "South Korean",
    "North Koreans", "South Koreans", "Saudi Arabian", "South African", "South Africans", "Sri Lankan", "Sri Lankans", "New Zealander",
    "Latin American", "Latin Americans", "African American", "African Americans", "Bosnian Serb", "Bosnian Serbs", "Israeli Arab",
    "Central American", "Korean", "Koreans", "East Timorese", "Papuan", "Anglo-American", "Franco-German", "Islamic", "Islamist", "Islamists",
} - {"Polishs"}
DEMONYMS -= {"Islamic", "Islamist", "Islamists", "Karen", "Maya", "Pole", "Dane", "Scot", "Finn", "Turks"} - {"Turks"}
