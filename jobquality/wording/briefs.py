"""Words of advocacy briefs."""

from jobquality.wording.sentence import Sentence

_LIST = {
    "briefs_title": Sentence(en="Briefs", es="Informes"),
    "briefs_lead": Sentence(
        en="What the published scores of one trade in one place say together. For lawmakers, "
        "journalists, employers and workers.",
        es="Lo que dicen juntas las calificaciones publicadas de un ramo en un lugar. Para "
        "legisladores, periodistas, empleadores y trabajadores.",
    ),
    "briefs_none": Sentence(
        en="No brief can be made yet. It takes at least 3 employers of one trade in one place.",
        es="Todavía no se puede hacer ningún informe. Hacen falta al menos 3 empleadores de un "
        "ramo en un lugar.",
    ),
    "briefs_in": Sentence(en="{sector}: {place}", es="{sector} en {place}"),
    "briefs_employers": Sentence(en="{count} employers", es="{count} empleadores"),
    "briefs_download": Sentence(en="Brief as PDF", es="Informe en PDF"),
    "briefs_refused": Sentence(en="This brief cannot be made", es="Este informe no se puede hacer"),
    "briefs_refused_few": Sentence(
        en="Fewer than 3 employers of this trade have a published score here. A brief about them "
        "would show single employers.",
        es="Menos de 3 empleadores de este ramo tienen aquí una calificación publicada. Un "
        "informe sobre ellos mostraría a empleadores sueltos.",
    ),
    "briefs_refused_dominant": Sentence(
        en="One employer has over 60% of the workers. A brief would show that employer.",
        es="Un solo empleador tiene más del 60% de los trabajadores. El informe lo mostraría.",
    ),
    "briefs_others": Sentence(
        en="See the briefs that can be made", es="Ver los informes que sí se pueden hacer"
    ),
}

_HEAD = {
    "briefs_kind": Sentence(en="Job quality brief", es="Informe sobre la calidad del empleo"),
    "briefs_as_of": Sentence(en="As of {day}", es="Al {day}"),
    "briefs_headline": Sentence(
        en="{good} of the {known} employers whose answer is known reach the good-job step on "
        "“{title}”: {step}. Assessed: {employers}.",
        es="{good} de los {known} empleadores cuya respuesta se conoce llegan al nivel de buen "
        "empleo en «{title}»: {step}. Evaluados: {employers}.",
    ),
    "briefs_who": Sentence(
        en="This brief counts {employers} employers with {workers} workers.",
        es="Este informe cuenta {employers} empleadores con {workers} trabajadores.",
    ),
    "briefs_who_unknown": Sentence(
        en="This brief counts {employers} employers. How many people work there is not known of "
        "all, or they are too few to say.",
        es="Este informe cuenta {employers} empleadores. No se conoce cuánta gente trabaja en "
        "todos, o es muy poca para decirlo.",
    ),
    "briefs_mean": Sentence(
        en="Their scores are {score} of {most} on average.",
        es="En promedio, sus calificaciones son {score} de {most}.",
    ),
    "briefs_mean_range": Sentence(
        en="Their scores lie between {low} and {high} of {most} on average. The range comes from "
        "answers that are not known.",
        es="En promedio, sus calificaciones están entre {low} y {high} de {most}. La diferencia "
        "viene de las respuestas que no se conocen.",
    ),
}

_FINDINGS = {
    "briefs_levels": Sentence(en="Levels reached", es="Niveles alcanzados"),
    "briefs_count_of": Sentence(en="{count} of {most}", es="{count} de {most}"),
    "briefs_found": Sentence(en="What we found", es="Lo que encontramos"),
    "briefs_found_lead": Sentence(
        en="Each row counts the employers whose answer is known. “Good” is three quarters of the "
        "points of the question or more.",
        es="Cada fila cuenta los empleadores de los que se conoce la respuesta. «Bueno» es tres "
        "cuartos de los puntos de la pregunta o más.",
    ),
    "briefs_question": Sentence(en="Question", es="Pregunta"),
    "briefs_good": Sentence(en="Good means", es="Bueno es"),
    "briefs_share_employers": Sentence(en="Share of employers", es="Parte de los empleadores"),
    "briefs_share_workers": Sentence(en="Share of workers", es="Parte de los trabajadores"),
    "briefs_reach": Sentence(en="Employers that reach it", es="Empleadores que llegan"),
    "briefs_reach_inline": Sentence(en="employers reach it.", es="empleadores llegan."),
    "briefs_hidden_few": Sentence(
        en="not shown: fewer than 3 employers", es="no se muestra: menos de 3 empleadores"
    ),
    "briefs_hidden_dominant": Sentence(
        en="not shown: one employer has over 60% of the workers",
        es="no se muestra: un empleador tiene más del 60% de los trabajadores",
    ),
    "briefs_hidden_beside": Sentence(
        en="not shown, so that another row cannot be worked out",
        es="no se muestra, para que no se pueda deducir otra fila",
    ),
    "briefs_chart_alt": Sentence(
        en="{title}, by number of employers: {bars}.",
        es="{title}, por número de empleadores: {bars}.",
    ),
    "briefs_bar": Sentence(en="{label}, {value}", es="{label}: {value}"),
    "briefs_check": Sentence(
        en="A check mark stands before good steps.", es="La marca está ante los pasos buenos."
    ),
    "briefs_is_good": Sentence(en="Good:", es="Bueno:"),
    "briefs_chart_of": Sentence(
        en="Employers on each step, of {known} whose answer is known.",
        es="Empleadores en cada paso, de {known} de los que se conoce la respuesta.",
    ),
    "briefs_of_figure": Sentence(en="{percent} of the {figure}", es="{percent} del {figure}"),
    "briefs_chart_figure": Sentence(
        en="In percent of the {figure}.", es="En porcentaje del {figure}."
    ),
    "briefs_boxes": Sentence(
        en="{number} or more of {most} things", es="{number} o más de {most} cosas"
    ),
    "briefs_between": Sentence(en="{start} to under {end}", es="de {start} a menos de {end}"),
    "briefs_trades": Sentence(en="By trade", es="Por ramo"),
    "briefs_trade": Sentence(en="Trade", es="Ramo"),
    "briefs_trade_employers": Sentence(en="Employers", es="Empleadores"),
    "briefs_trade_workers": Sentence(en="Workers", es="Trabajadores"),
    "briefs_trade_score": Sentence(en="Score on average", es="Calificación promedio"),
    "briefs_all": Sentence(en="All", es="Todos"),
}

_ASKS = {
    "briefs_asks": Sentence(en="What we ask", es="Lo que pedimos"),
    "briefs_asks_policy": Sentence(en="Of lawmakers", es="A quienes legislan"),
    "briefs_asks_employers": Sentence(en="Of employers", es="A los empleadores"),
    "briefs_asks_public": Sentence(en="Of everyone else", es="A todos los demás"),
    "briefs_ask_policy_wages": Sentence(
        en="Raise the lowest wage towards what it costs to live here, and end lower minimums for "
        "tipped workers.",
        es="Suban el salario más bajo hacia lo que cuesta vivir aquí y terminen con los mínimos "
        "más bajos para quienes reciben propinas.",
    ),
    "briefs_ask_employers_wages": Sentence(
        en="Set a date by which everyone earns the living wage, and tell your workers.",
        es="Fijen una fecha para que todos ganen el salario digno y díganselo a sus trabajadores.",
    ),
    "briefs_ask_policy_notice": Sentence(
        en="Write two weeks of notice for schedules into law, with pay for late changes.",
        es="Pongan en la ley dos semanas de aviso de los horarios, con pago por cambios tardíos.",
    ),
    "briefs_ask_employers_notice": Sentence(
        en="Post schedules two weeks ahead. Pay when you change them late.",
        es="Publiquen los horarios con dos semanas de anticipación. Paguen si los cambian tarde.",
    ),
    "briefs_ask_policy_sick": Sentence(
        en="Give every worker paid sick time, from the first job and the first hour.",
        es="Den a cada trabajador tiempo pagado por enfermedad, desde el primer empleo y la "
        "primera hora.",
    ),
    "briefs_ask_employers_sick": Sentence(
        en="Let sick workers stay home with pay, and never make them find their own cover.",
        es="Dejen que quien está enfermo se quede en casa con pago y nunca le hagan buscar quién "
        "lo cubra.",
    ),
    "briefs_ask_policy_records": Sentence(
        en="Fund the agencies that check pay and safety, and publish what they find.",
        es="Financien a las agencias que revisan el pago y la seguridad, y publiquen lo que "
        "encuentran.",
    ),
    "briefs_ask_employers_records": Sentence(
        en="Answer what is not known yet, and show the records.",
        es="Respondan lo que aún no se sabe y muestren los documentos.",
    ),
    "briefs_ask_public_choose": Sentence(
        en="Read the scores before you eat, shop or take a job there. Thank employers who do well.",
        es="Lean las calificaciones antes de comer, comprar o trabajar ahí. Agradezcan a los "
        "empleadores que lo hacen bien.",
    ),
    "briefs_ask_public_support": Sentence(
        en="Ask your city council and your state representatives where they stand.",
        es="Pregunten a su concejo municipal y a sus representantes qué posición tienen.",
    ),
}

_CLOSE = {
    "briefs_good_ones": Sentence(
        en="Employers with a valid certificate", es="Empleadores con certificado vigente"
    ),
    "briefs_good_one": Sentence(en="{level}, until {until}", es="{level}, hasta el {until}"),
    "briefs_good_none": Sentence(
        en="None of them has a valid certificate yet.",
        es="Ninguno de ellos tiene todavía un certificado vigente.",
    ),
    "briefs_method": Sentence(en="How this was made", es="Cómo se hizo"),
    "briefs_method_counts": Sentence(
        en="Counted: {employers} employers, assessed between {first} and {last} by {standard}, "
        "edition {edition}. These are the employers that were assessed. They are no sample of all "
        "employers, so nothing here says how common something is elsewhere.",
        es="Se contaron {employers} empleadores, evaluados entre {first} y {last} con {standard}, "
        "edición {edition}. Son los empleadores evaluados. No son una muestra de todos, así que "
        "nada aquí dice qué tan común es algo en otros lugares.",
    ),
    "briefs_method_left_out": Sentence(
        en="Left out: {count}, because they were scored by another edition or standard.",
        es="Fuera del informe: {count}, porque se calificaron con otra edición o norma.",
    ),
    "briefs_method_employers": Sentence(
        en="“Share of employers” counts each employer once. “Share of workers” counts their "
        "workers, by the headcount that was published.",
        es="«Parte de los empleadores» cuenta una vez a cada empleador. «Parte de los "
        "trabajadores» cuenta a su gente, según el número publicado.",
    ),
    "briefs_method_hidden": Sentence(
        en="No figure is shown about fewer than 3 employers, or where one has over 60% of the "
        "workers. Other figures are hidden beside them, so that they cannot be worked out.",
        es="No se muestra ningún dato sobre menos de 3 empleadores, ni donde uno tiene más del "
        "60% de los trabajadores. Junto a ellos se ocultan otros, para que no se puedan deducir.",
    ),
    "briefs_method_answers": Sentence(
        en="Answers come from records, public pages and workers. Who answered is never published. "
        "Every employer was sent its draft first, or looked for in two ways, and could reply.",
        es="Las respuestas vienen de documentos, páginas públicas y trabajadores. Nunca se publica "
        "quién respondió. A cada empleador se le envió antes su borrador, o se le buscó de dos "
        "maneras, y pudo responder.",
    ),
    "briefs_not_reached": Sentence(
        en="{count} of them could not be reached: two attempts were made, and no reply came.",
        es="A {count} no se les pudo localizar: se intentó dos veces y no hubo respuesta.",
    ),
    "briefs_not_reached_one": Sentence(
        en="One of them could not be reached: two attempts were made, and no reply came.",
        es="A uno no se le pudo localizar: se intentó dos veces y no hubo respuesta.",
    ),
    "briefs_method_sites": Sentence(
        en="Of these, only some sites were scored: {names}. The headcount is of the whole "
        "employer, so no figure here counts their workers.",
        es="De estos solo se calificaron algunos locales: {names}. El número de trabajadores es "
        "de todo el empleador, así que aquí ningún dato cuenta a su gente.",
    ),
    "briefs_contested": Sentence(
        en="Contested scores ({count}): {names}. These employers say that something in their "
        "score is wrong, and that is not settled yet.",
        es="Calificaciones en disputa ({count}): {names}. Estos empleadores dicen que algo de su "
        "calificación está mal, y eso no está resuelto todavía.",
    ),
    "briefs_funding": Sentence(
        en="Who funds {name}: {funding}", es="Quién financia a {name}: {funding}"
    ),
    "briefs_said_later": Sentence(
        en="It said something after publication too. Those words stand on its page.",
        es="También dijo algo después de la publicación. Esas palabras están en su página.",
    ),
    "briefs_method_again": Sentence(
        en="Anyone can count again: every score is public at {address}. Brief {id}.",
        es="Cualquiera puede volver a contar: cada calificación es pública en {address}. "
        "Informe {id}.",
    ),
    "briefs_cite": Sentence(
        en="Suggested citation: {issuers} ({year}). {title}. {address}",
        es="Cita sugerida: {issuers} ({year}). {title}. {address}",
    ),
    "briefs_replies": Sentence(en="What the employers said", es="Lo que dijeron los empleadores"),
    "briefs_replies_lead": Sentence(
        en="Each was sent the draft, or looked for in two ways, before its score was published. "
        "Their words are printed as they came.",
        es="A cada uno se le envió el borrador, o se le buscó de dos maneras, antes de publicar su "
        "calificación. Sus palabras se imprimen como llegaron.",
    ),
    "briefs_contact": Sentence(en="Contact: {contact}", es="Contacto: {contact}"),
}

#: Groups of trades (NAICS); single trades are named where employers are entered.
_SECTORS = {
    "sector_722": Sentence(
        en="Restaurants, bars and catering", es="Restaurantes, bares y banquetes"
    ),
    "sector_7223": Sentence(en="Catering and food trucks", es="Banquetes y camiones de comida"),
    "sector_7224": Sentence(en="Bars", es="Bares"),
    "sector_7225": Sentence(en="Restaurants", es="Restaurantes"),
    "sector_444": Sentence(en="Home and garden stores", es="Tiendas para el hogar y el jardín"),
    "sector_445": Sentence(en="Food and drink stores", es="Tiendas de alimentos y bebidas"),
    "sector_4451": Sentence(en="Grocery stores", es="Tiendas de abarrotes"),
    "sector_449": Sentence(
        en="Furniture and electronics stores", es="Mueblerías y tiendas de electrónica"
    ),
    "sector_455": Sentence(en="General stores", es="Tiendas de mercancías generales"),
    "sector_4552": Sentence(
        en="Warehouse clubs and general stores", es="Clubes de precios y similares"
    ),
    "sector_456": Sentence(en="Health and care stores", es="Tiendas de salud y cuidado personal"),
    "sector_457": Sentence(en="Gas stations", es="Gasolineras"),
    "sector_458": Sentence(en="Clothing and shoe stores", es="Tiendas de ropa y calzado"),
    "sector_459": Sentence(
        en="Sports, book and other stores", es="Tiendas de deportes, libros y otras"
    ),
}

WORDING: dict[str, Sentence] = {**_SECTORS, **_LIST, **_HEAD, **_FINDINGS, **_ASKS, **_CLOSE}
