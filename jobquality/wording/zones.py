"""What time zones are called: parts of the world, and cities whose name differs by language.

A city that is not named here is called the same in both languages.
"""

from jobquality.wording.sentence import Sentence

_AREAS = {
    "Africa": Sentence(en="Africa", es="África"),
    "America": Sentence(en="America", es="América"),
    "Antarctica": Sentence(en="Antarctica", es="Antártida"),
    "Arctic": Sentence(en="Arctic", es="Ártico"),
    "Atlantic": Sentence(en="Atlantic Ocean", es="Océano Atlántico"),
    "Europe": Sentence(en="Europe", es="Europa"),
    "Indian": Sentence(en="Indian Ocean", es="Océano Índico"),
    "Pacific": Sentence(en="Pacific Ocean", es="Océano Pacífico"),
}

_AMERICA = """
America/Asuncion=Asunción America/Bahia_Banderas=Bahía_de_Banderas America/Belem=Belém
America/Belize=Belice America/Bogota=Bogotá America/Cancun=Cancún America/Cayenne=Cayena
America/Cayman=Islas_Caimán America/Ciudad_Juarez=Ciudad_Juárez America/Curacao=Curazao
America/Argentina/Cordoba=Córdoba America/Argentina/Tucuman=Tucumán
America/Argentina/Rio_Gallegos=Río_Gallegos America/Cuiaba=Cuiabá America/Eirunepe=Eirunepé
America/Grand_Turk=Gran_Turca America/Grenada=Granada America/Guadeloupe=Guadalupe
America/Havana=La_Habana America/Maceio=Maceió
America/Martinique=Martinica America/Mazatlan=Mazatlán America/Merida=Mérida
America/Los_Angeles=Los_Ángeles America/New_York=Nueva_York
America/Mexico_City=Ciudad_de_México America/Miquelon=Miquelón America/Panama=Panamá
America/Port-au-Prince=Puerto_Príncipe
America/Port_of_Spain=Puerto_España America/Rio_Branco=Río_Branco America/Santarem=Santarém
America/St_Barthelemy=San_Bartolomé America/Sao_Paulo=São_Paulo
America/St_Johns=San_Juan_de_Terranova America/St_Kitts=San_Cristóbal America/St_Lucia=Santa_Lucía
America/St_Thomas=Santo_Tomás America/St_Vincent=San_Vicente America/Tortola=Tórtola
"""

_EUROPE_AND_AFRICA = """
Europe/Amsterdam=Ámsterdam Europe/Athens=Atenas Europe/Belgrade=Belgrado Europe/Berlin=Berlín
Europe/Brussels=Bruselas Europe/Bucharest=Bucarest Europe/Chisinau=Chisináu
Europe/Copenhagen=Copenhague Europe/Dublin=Dublín Europe/Isle_of_Man=Isla_de_Man
Europe/Istanbul=Estambul Europe/Kaliningrad=Kaliningrado Europe/Kyiv=Kiev Europe/Kirov=Kírov
Europe/Lisbon=Lisboa Europe/Ljubljana=Liubliana Europe/London=Londres
Europe/Luxembourg=Luxemburgo Europe/Monaco=Mónaco Europe/Moscow=Moscú Europe/Paris=París
Europe/Prague=Praga Europe/Rome=Roma Europe/Saratov=Sarátov Europe/Simferopol=Simferópol
Europe/Skopje=Skopie Europe/Sofia=Sofía Europe/Stockholm=Estocolmo Europe/Tallinn=Tallin
Europe/Tirane=Tirana Europe/Ulyanovsk=Uliánovsk Europe/Vatican=Vaticano Europe/Vienna=Viena
Europe/Vilnius=Vilna Europe/Volgograd=Volgogrado Europe/Warsaw=Varsovia Europe/Zurich=Zúrich
Africa/Abidjan=Abiyán Africa/Accra=Acra Africa/Addis_Ababa=Adís_Abeba Africa/Algiers=Argel
Africa/Bissau=Bisáu Africa/Cairo=El_Cairo Africa/Djibouti=Yibuti Africa/Douala=Duala
Africa/El_Aaiun=El_Aaiún Africa/Johannesburg=Johannesburgo Africa/Juba=Yuba
Africa/Khartoum=Jartum Africa/Kinshasa=Kinsasa Africa/Lome=Lomé Africa/Mogadishu=Mogadiscio
Africa/Ndjamena=Yamena Africa/Nouakchott=Nuakchot Africa/Ouagadougou=Uagadugú
Africa/Sao_Tome=Santo_Tomé Africa/Tripoli=Trípoli Africa/Tunis=Túnez
"""

_ASIA_AND_OCEANS = """
Asia/Aden=Adén Asia/Almaty=Almatý Asia/Amman=Amán Asia/Ashgabat=Asjabad Asia/Baghdad=Bagdad
Asia/Bahrain=Baréin Asia/Baku=Bakú Asia/Bishkek=Biskek Asia/Brunei=Brunéi Asia/Damascus=Damasco
Asia/Dhaka=Daca Asia/Dubai=Dubái Asia/Dushanbe=Dusambé Asia/Hebron=Hebrón
Asia/Ho_Chi_Minh=Ciudad_Ho_Chi_Minh Asia/Jakarta=Yakarta Asia/Jerusalem=Jerusalén
Asia/Kathmandu=Katmandú Asia/Kolkata=Calcuta Asia/Macau=Macao Asia/Magadan=Magadán
Asia/Muscat=Mascate Asia/Phnom_Penh=Nom_Pen Asia/Pyongyang=Pionyang Asia/Qatar=Catar
Asia/Riyadh=Riad Asia/Sakhalin=Sajalín Asia/Samarkand=Samarcanda Asia/Seoul=Seúl
Asia/Shanghai=Shanghái Asia/Singapore=Singapur Asia/Taipei=Taipéi Asia/Tashkent=Taskent
Asia/Tbilisi=Tiflis Asia/Tehran=Teherán Asia/Thimphu=Timbu Asia/Tokyo=Tokio
Asia/Ulaanbaatar=Ulán_Bator Asia/Vientiane=Vientián Asia/Yangon=Rangún
Asia/Yekaterinburg=Ekaterimburgo Asia/Yerevan=Ereván
Atlantic/Bermuda=Bermudas Atlantic/Canary=Canarias Atlantic/Cape_Verde=Cabo_Verde
Atlantic/Faroe=Islas_Feroe Atlantic/Reykjavik=Reikiavik Atlantic/South_Georgia=Georgia_del_Sur
Atlantic/St_Helena=Santa_Elena Australia/Sydney=Sídney Indian/Christmas=Isla_de_Navidad
Indian/Comoro=Comoras Indian/Maldives=Maldivas Indian/Mauritius=Mauricio Indian/Reunion=Reunión
Pacific/Easter=Isla_de_Pascua Pacific/Fiji=Fiyi Pacific/Galapagos=Galápagos
Pacific/Marquesas=Islas_Marquesas Pacific/Norfolk=Isla_Norfolk Pacific/Noumea=Numea
Pacific/Tahiti=Tahití Pacific/Wake=Isla_Wake
"""


def plain_name(zone: str, city: str = "") -> str:
    """Return the city of a time zone as the zone, or `city`, writes it, with its state."""
    _, _, place = zone.partition("/")
    around, _, own = place.rpartition("/")
    shown = (city or own).replace("_", " ")
    return f"{shown} ({around.replace('_', ' ')})" if around else shown


def _cities(text: str) -> dict[str, Sentence]:
    pairs = (pair.split("=") for pair in text.split())
    return {
        f"zone_{zone}": Sentence(en=plain_name(zone), es=plain_name(zone, city))
        for zone, city in pairs
    }


WORDING: dict[str, Sentence] = {
    **{f"zone_area_{area}": words for area, words in _AREAS.items()},
    **_cities(_AMERICA),
    **_cities(_EUROPE_AND_AFRICA),
    **_cities(_ASIA_AND_OCEANS),
}
