"""Patterns of the grammar. {slot} is a name of a kind (grammar.NAMED), a clause, or a plain word list."""


def _lines(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


PLAIN_SLOTS = {
    "fighters": ["fighters", "militants", "rebels", "insurgents", "gunmen", "guerrillas", "terrorists", "combatants", "militiamen", "suspected rebels", "armed men", "attackers", "assailants", "bandits"],
    "soldiers": ["soldiers", "troops", "policemen", "police officers", "security forces", "government troops", "paratroopers", "peacekeepers", "marines", "commandos", "border guards", "servicemen", "recruits"],
    "civilians": ["civilians", "villagers", "people", "women and children", "residents", "worshippers", "farmers", "aid workers", "passengers", "students", "journalists", "refugees", "peasants", "miners", "herders", "protesters", "teachers", "prisoners"],
    "killed": ["killed", "wounded", "injured", "abducted", "kidnapped", "captured", "detained", "arrested", "shot dead", "executed", "ambushed", "massacred", "displaced", "beheaded", "freed"],
    "kill": ["kill", "attack", "capture", "kidnap", "bomb", "shell", "ambush", "target", "hit"],
    "attacked": ["attacked", "raided", "stormed", "ambushed", "shelled", "bombed", "overran", "seized", "captured", "retook", "besieged", "looted", "burned down", "pounded", "fired on", "clashed with"],
    "said": ["said", "told reporters", "announced", "confirmed", "stated", "reported", "claimed", "alleged", "acknowledged", "said in a statement", "added", "warned", "insisted", "told {agency}", "wrote on Twitter"],
    "claimed": ["claimed responsibility for", "denied involvement in", "denied responsibility for", "was blamed for", "condemned", "said it had carried out"],
    "condemned": ["condemned", "denounced", "criticized", "deplored", "welcomed", "demanded an investigation into", "expressed concern over", "rejected"],
    "battle": ["clashes", "fighting", "heavy fighting", "a gun battle", "a firefight", "an ambush", "a raid", "an attack", "an air strike", "a suicide bombing", "shelling", "an exchange of fire", "an operation", "a shootout", "an explosion"],
    "office": ["spokesman", "commander", "leader", "senior commander", "deputy leader", "founder", "chief", "military spokesman", "former leader", "official", "political leader", "member", "negotiator", "local commander", "recruiter"],
    "job": ["governor", "mayor", "police chief", "prime minister", "president", "foreign minister", "defense minister", "army chief", "interior minister", "ambassador", "lawmaker", "district chief", "human rights lawyer", "journalist", "opposition leader", "priest", "doctor"],
    "direction": ["northern", "southern", "eastern", "western", "northeastern", "southwestern", "central", "northwestern", "southeastern", "coastal"],
    "near": ["in", "near", "outside", "north of", "south of", "west of", "on the outskirts of", "around", "east of"],
    "thing": ["village", "town", "city", "district", "province", "region", "suburb", "neighborhood", "border town", "camp"],
    "site": ["checkpoint", "convoy", "base", "police station", "market", "mosque", "church", "school", "hospital", "barracks", "patrol", "bus", "power station", "pipeline", "bridge", "funeral", "hotel", "outpost"],
    "using": ["armed with", "carrying", "using", "firing", "equipped with", "backed by", "supported by"],
    "loudly": ["reportedly", "allegedly", "apparently", "repeatedly", "briefly", "also", "later", "again"],
    "talks": ["peace talks", "a ceasefire", "negotiations", "a truce", "a prisoner exchange", "a peace agreement", "the withdrawal of foreign troops", "a power-sharing deal"],
}

CLAUSES = {
    "who": _lines("""
        {rank} {person}
        {title} {person}
        {group} {title} {person}
        {group} {rank} {person}
        {person}
        {person} , a {office} of {armed} ,
        {person} , {armed} {office} ,
        {armed} {office} {person}
        {org} {office} {person}
        {person} , the {job} of {place} ,
        {person} , {title} of {country} ,
        {country} 's {title} {person}
        {country} 's {job} , {person} ,
        the {job} of {region} , {person} ,
        {person} of {org}
        {rank} {person} , commander of {armed} ,
        {title} {person} and {title} {person}
        former {group} {title} {person}
        former {title} {person}
        retired {rank} {person}
        the late {title} {person}
        army spokesman {rank} {person}
        military spokesman {rank} {person}
        police spokesman {person}
        a spokesman for {armed}
        a spokesman for {org} , {person} ,
        {org}
        {group} officials
        {peoples}
        local {title} {person}
        {person} ( {person} )
        {person} , alias {person} ,
        {person} , also known as {person} ,
        {person} , {number} ,
        {person} , a {number} - year - old farmer ,
    """),
    "armed_side": _lines("""
        {armed}
        {armed}
        {armed} ( {armed} )
        {armed} {fighters}
        {fighters} of {armed}
        {fighters} from {armed}
        {number} {armed} {fighters}
        {group} {soldiers}
        {group} {fighters}
        {soldiers} of {armed}
        {soldiers} from {armed}
        {fighters} loyal to {person}
        members of {armed}
        units of {armed}
        {armed} - backed {fighters}
        {country} - backed {fighters}
        {armed} and {armed}
        {armed} , led by {person} ,
        {armed} , an offshoot of {armed} ,
        the {group} army
        the {group} - backed {armed}
        a faction of {armed}
        the armed wing of {org} , {armed} ,
        {group} {weapon}
        {fighters} {using} {weapon}
        {fighters} {using} {weapon} and {weapon}
        the outlawed {armed}
    """),
    "victims": _lines("""
        {number} {civilians}
        {number} {group} {civilians}
        {number} {soldiers}
        {number} {group} {soldiers}
        {number} members of {armed}
        {number} {armed} {fighters}
        at least {number} {civilians}
        more than {number} {peoples}
        {number} {peoples}
        about {number} {civilians} , most of them {peoples} ,
        {who}
        {number} {civilians} and {number} {soldiers}
        dozens of {civilians}
        between {number} and {number} {civilians}
        the {number} {group} hostages
    """),
    "where": _lines("""
        in {town}
        in {place}
        {near} {town}
        {near} {place}
        in {town} , {country}
        in {town} , {region}
        in {region} , {direction} {country}
        in the {direction} {thing} of {town}
        in the {thing} of {town}
        in {direction} {country}
        in {region} province
        in the {region} region
        in {town} district of {region} province
        at {building}
        near {building} in {town}
        along {feature}
        near {feature}
        between {town} and {town}
        on the border between {country} and {country}
        {number} kilometers {near} {town}
        {number} km from {town}
        on the road from {town} to {town}
        in the {group} capital , {town}
        in the {group} city of {town}
        at a {site} in {town}
        across {country}
        off the coast of {country}
    """),
    "when": _lines("""
        on {date}
        {date}
        on {date}
        early {date}
        late {date}
        in {date}
        since {date}
        before {event}
        during {event}
        after {event}
        between {date} and {date}
        from {date} to {date}
        over the past {number} days
        {number} days ago
    """),
    "with": _lines("""
        with {weapon}
        with {weapon} and {weapon}
        using {weapon}
        {using} {weapon}
        {using} {weapon} , {weapon} and {weapon}
        after a {weapon} exploded
        from {weapon}
        when {weapon} hit a {site}
    """),
    "happened": _lines("""
        {armed_side} {attacked} {town}
        {armed_side} {attacked} a {site} {where}
        {armed_side} {attacked} the {thing} of {town}
        {armed_side} {killed} {victims} {where}
        {armed_side} {loudly} {killed} {victims} {with}
        {victims} were {killed} {where}
        {victims} were {killed} in {battle} {where}
        {victims} were {loudly} {killed} by {armed_side}
        {victims} were {killed} {when} by {armed_side} {where}
        {battle} between {armed_side} and {armed_side} {where} left {number} dead
        {weapon} destroyed a {site} {where}
        a {weapon} went off {where}
        {group} {weapon} bombed {armed} positions {where}
        {armed_side} shot down a {group} {weapon} {where}
        {armed} fired {number} {weapon} at {town}
        {armed} and {armed} signed {talks} {where}
        {who} was {killed} {where}
        {armed_side} took control of {town}
        {armed_side} lost {number} {soldiers} and {number} {weapon}
        {soldiers} seized {weapon} , {weapon} and {number} {weapon} from {armed}
        a {site} belonging to {org} was {attacked} by {armed_side}
        {person} joined {armed} in {date}
        {armed} split from {armed} in {date}
        {country} supplied {weapon} to {armed}
        {number} {peoples} fled to {country}
    """),
}

FRAMES = _lines("""
    {happened} {when} , {who} {said} .
    {happened} {when} .
    {happened} .
    {when} , {happened} .
    {who} {said} that {happened} {when} .
    {who} {said} {happened} .
    {who} {said} : " {happened} . "
    " {happened} , " {who} {said} .
    " {happened} , " said {who} .
    {who} {said} {when} that {happened} , and that {happened} .
    According to {who} , {happened} .
    According to {org} , {happened} {when} .
    {armed} {claimed} the attack {where} .
    {armed} {claimed} {battle} {where} {when} , in which {victims} were {killed} .
    {org} {condemned} the killing of {victims} {where} .
    {country} {condemned} {battle} {where} .
    {who} {condemned} the attack on {victims} .
    {who} met {who} {where} {when} to discuss {talks} .
    {who} arrived {where} {when} .
    {who} was appointed {job} of {region} {when} .
    {who} , who was born in {town} in {date} , fought in {event} .
    {who} fled to {country} {when} .
    {who} served {where} during {event} .
    {talks} between {armed} and the {group} government began {where} {when} .
    {armed} , which controls {place} , {condemned} {talks} .
    {armed} ( {armed} ) was founded {where} in {date} .
    {armed} is led by {who} .
    {event} began in {date} .
    {event} left {number} {civilians} dead {where} .
    {event} was {condemned} by {org} .
    The {group} {job} , {person} , {condemned} {talks} .
    {peoples} and {peoples} have fought over {feature} since {date} .
    Most {peoples} in {region} are {peoples} .
    The {weapon} was fired from {place} , {who} {said} .
    The {fighters} were {using} {weapon} , {weapon} and {weapon} .
    {soldiers} found {number} {weapon} and {number} {weapon} {where} .
    {country} has bought {number} {weapon} from {country} .
    The army lost {number} {weapon} {where} .
    {armed_side} , {using} {weapon} , {attacked} a {site} {where} {when} .
    {armed_side} have {attacked} {town} with {weapon} , {who} {said} {when} .
    {town} , {country} ( {agency} ) -- {happened} , {who} {said} {when} .
    {town} ( {agency} ) - {happened} {when} .
    {town} , {date} ( {agency} ) - {happened} .
    {agency} , {town} : {happened} .
    {town} : {happened} {when} .
    {town} , {date} -- {happened} , {org} reported .
    [ {agency} ] {happened} .
    {date} : {happened} .
    {armed_side} {kill} {victims} {where}
    {number} {killed} in {place} {battle}
    {who} : {happened}
    {country} , {country} hold {talks} {where}
    {who} urges {country} to arrest {who}
    {armed} rejects {talks}
    {org} warns of {battle} {where}
    Photo : {who} {where} {when} . ( {agency} / {person} )
    The dead include {who} and {who} .
    Among those {killed} were {who} , {who} and {who} .
    {who} denied that {happened} .
    {who} could not confirm whether {happened} .
    It was not clear if {happened} .
    No group has claimed the attack , but {who} blamed {armed} .
    {who} blamed {armed} and {armed} for {battle} {where} .
    A {weapon} struck {building} {when} , {killed} {victims} .
    The {site} {where} was hit by {number} {weapon} {when} .
    {org} and {org} {said} {number} {peoples} had been displaced {where} .
    Report by {person} , {agency} correspondent {where} .
    {person} reports from {town} for {agency} .
    {armed_side} have besieged {town} since {date} .
    {who} surrendered to {armed_side} {where} {when} with {number} {fighters} .
    The {group} government accuses {country} of arming {armed} with {weapon} .
    {who} , {who} and {who} attended the funeral {where} .
    {rank} {person} and {rank} {person} of {armed} were {killed} {where} .
    Residents of {town} {said} {armed_side} entered the {thing} {when} {with} .
    {victims} were {killed} {with} {where} {when} .
    {who} is wanted by {org} for his role in {event} .
    Before {event} , {who} was the {job} of {place} .
    Since {event} , {armed} has carried out {battle} {where} .
""")
