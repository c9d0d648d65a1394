"""Words of the figures that an organization brings."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "rates_title": Sentence(en="Living wage and other figures", es="Salario digno y otras cifras"),
    "rates_why": Sentence(
        en="Laws and official figures come with jobquality. The living wage comes from you: choose "
        "one source, and name it.",
        es="Las leyes y cifras oficiales vienen con jobquality. El salario digno lo pone usted: "
        "elija una fuente y nómbrela.",
    ),
    "rates_none": Sentence(
        en="You have not added any figure yet. Without a living wage for the place, the question "
        "about the lowest pay cannot be scored.",
        es="Todavía no ha agregado ninguna cifra. Sin un salario digno para el lugar, no se puede "
        "calificar la pregunta sobre la paga más baja.",
    ),
    "rates_ask": Sentence(
        en="An administrator of your organization can add one.",
        es="Una persona administradora de su organización puede agregar una.",
    ),
    "lacking_title": Sentence(en="A figure is missing", es="Falta una cifra"),
    "lacking_figure": Sentence(
        en="“{question}” needs a figure that is not here yet: {figure}, for {place}, on {day}.",
        es="«{question}» necesita una cifra que todavía falta: {figure}, para {place}, el {day}.",
    ),
    "lacking_asks": Sentence(
        en="Questions that need it ({count}):", es="Preguntas que la necesitan ({count}):"
    ),
    "lacking_add": Sentence(en="Add this figure", es="Agregar esta cifra"),
    "rates_where": Sentence(
        en="Where do you find a living wage? Take one public source and stay with it: the minutes "
        "of your wage board, a wage in a city ordinance, or one worked out from rents. "
        "For rents: the Fair Market Rent of the U.S. housing department for a month, "
        "times 12, divided by 0.30, divided by 2080. Say in the source which rent you took.",
        es="¿Dónde se encuentra un salario digno? Elija una fuente pública y quédese con ella: "
        "el acta de su junta salarial, el salario de una ordenanza de la ciudad, o uno "
        "calculado de las rentas. Con rentas: la renta justa de mercado (Fair Market Rent) del "
        "departamento de vivienda de EE. UU. por mes, por 12, entre 0.30, entre 2080. Diga en la "
        "fuente cuál renta tomó.",
    ),
    "rates_where_title": Sentence(
        en="Where to find a living wage", es="Dónde encontrar un salario digno"
    ),
    "rates_form": Sentence(en="Open the form", es="Abrir el formulario"),
    "rates_own": Sentence(en="Your figures", es="Sus cifras"),
    "rates_group_late": Sentence(en="overdue: {count}", es="vencidas: {count}"),
    "rates_limit_headcount": Sentence(
        en="from {least} workers on", es="desde {least} trabajadores"
    ),
    "rates_limit_fast_food_chain_60": Sentence(
        en="fast-food chains of 60 places or more",
        es="cadenas de comida rápida de 60 locales o más",
    ),
    "rates_limit_job": Sentence(en="job: {equals}", es="puesto: {equals}"),
    "rates_job_bartender": Sentence(en="bartender", es="cantinero"),
    "rates_sector_11": Sentence(en="Farms, forests, fishing", es="Agricultura, bosques y pesca"),
    "rates_sector_23": Sentence(en="Construction", es="Construcción"),
    "rates_sector_31": Sentence(
        en="Factories: food, drink, cloth", es="Fábricas: alimentos, bebidas, telas"
    ),
    "rates_sector_32": Sentence(
        en="Factories: wood, paper, chemicals", es="Fábricas: madera, papel, químicos"
    ),
    "rates_sector_33": Sentence(
        en="Factories: metal, machines, furniture", es="Fábricas: metal, máquinas, muebles"
    ),
    "rates_sector_42": Sentence(en="Wholesale", es="Comercio mayorista"),
    "rates_sector_44": Sentence(
        en="Stores: cars, building, food, clothes", es="Tiendas: autos, construcción, comida, ropa"
    ),
    "rates_sector_45": Sentence(en="Other stores", es="Otras tiendas"),
    "rates_sector_48": Sentence(en="Transport", es="Transporte"),
    "rates_sector_49": Sentence(en="Delivery and warehouses", es="Reparto y almacenes"),
    "rates_sector_56": Sentence(
        en="Cleaning, guards, staffing", es="Limpieza, vigilancia, agencias"
    ),
    "rates_sector_62": Sentence(en="Health and care", es="Salud y cuidado"),
    "rates_sector_71": Sentence(en="Arts, sports, fun", es="Arte, deporte y diversión"),
    "rates_sector_72": Sentence(en="Hotels and restaurants", es="Hoteles y restaurantes"),
    "rates_sector_81": Sentence(en="Repair and other services", es="Reparación y otros servicios"),
    "rates_from": Sentence(en="from {day} on", es="desde el {day}"),
    "rates_read": Sentence(en="read on {day}", es="leído el {day}"),
    "rates_check": Sentence(
        en="Look it up again by {day}.", es="Vuelva a buscarla antes del {day}."
    ),
    "rates_due": Sentence(
        en="Due: it should have been looked up again by {day}.",
        es="Vencida: debía buscarse de nuevo antes del {day}.",
    ),
    "rates_overruled": Sentence(
        en="Not used: a figure that comes with jobquality says otherwise for this place and day.",
        es="No se usa: una cifra que viene con jobquality dice otra cosa para este lugar y día.",
    ),
    "rates_add": Sentence(en="Add a figure", es="Agregar una cifra"),
    "rates_never_changed": Sentence(
        en="Figures are never changed, so that old scores can still be explained. When a rate "
        "rises, add the new one with its first day.",
        es="Las cifras nunca se cambian, para poder explicar las calificaciones anteriores. Si una "
        "sube, agregue la nueva con su primer día.",
    ),
    "rates_figure": Sentence(en="Figure", es="Cifra"),
    "rates_living_wage": Sentence(
        en="Living wage for one adult without children",
        es="Salario digno para una persona adulta sin hijos",
    ),
    "rates_minimum_wage": Sentence(en="Minimum wage", es="Salario mínimo"),
    "rates_tipped_minimum_wage": Sentence(
        en="Minimum wage before tips", es="Salario mínimo antes de propinas"
    ),
    "rates_health_affordability": Sentence(
        en="Most of pay that health cover may cost",
        es="Parte máxima de la paga que puede costar el seguro médico",
    ),
    "rates_industry_injury_rate": Sentence(
        en="Injuries in the industry", es="Lesiones en el sector"
    ),
    "rates_turnover_benchmark": Sentence(en="Turnover in the industry", es="Rotación en el sector"),
    "rates_place_hint": Sentence(
        en="Where it holds: Texas, or Travis County, TX.",
        es="Dónde vale: Texas o Travis County, TX.",
    ),
    "rates_value": Sentence(en="Amount", es="Cantidad"),
    "rates_value_hint": Sentence(
        en="The number alone, such as 21.37.", es="Solo el número, por ejemplo 21.37."
    ),
    "rates_first": Sentence(en="First day it holds", es="Primer día en que vale"),
    "rates_first_hint": Sentence(
        en="It counts for work of this day and later, drafts too. For days before it, the figure "
        "that held then still counts.",
        es="Cuenta para lo que es de ese día o después, también en borradores. Para los días "
        "anteriores sigue contando la cifra que valía entonces.",
    ),
    "rates_source": Sentence(en="Source", es="Fuente"),
    "rates_source_hint": Sentence(
        en="Where anyone can see it: an ordinance, a notice, minutes of a meeting.",
        es="Dónde cualquiera puede verla: una ordenanza, un aviso, el acta de una reunión.",
    ),
    "rates_as_of": Sentence(en="Day you read it", es="Día en que la leyó"),
    "rates_check_by": Sentence(en="Look it up again by", es="Volver a buscarla antes del"),
    "rates_check_by_hint": Sentence(
        en="A year later is usual. After that day it still counts, with a warning.",
        es="Lo usual es un año después. Pasado ese día sigue contando, con una advertencia.",
    ),
    "rates_two": Sentence(
        en="Two people stand behind it: {first} and {second}.",
        es="Dos personas responden por ella: {first} y {second}.",
    ),
    "rates_one": Sentence(
        en="Brought by {first}. A second person who reviews has not confirmed it yet.",
        es="Aportada por {first}. Una segunda persona que revisa aún no la confirmó.",
    ),
    "rates_left": Sentence(
        en="The account of {first} was closed, so nobody can confirm this. An administrator can "
        "bring it anew.",
        es="La cuenta de {first} se cerró, así que nadie puede confirmar esto. Quien administra "
        "puede aportarla de nuevo.",
    ),
    "rates_confirm": Sentence(
        en="I looked at the source: it is right",
        es="Miré la fuente: es correcta",
    ),
    "rates_touched": Sentence(
        en="What a changed figure touches",
        es="Qué toca una cifra que cambió",
    ),
    "rates_touched_why": Sentence(
        en="These publications rest on a figure that is another one today. Nothing "
        "published changes: assess the employer again when it is time.",
        es="Estas publicaciones se apoyan en una cifra que hoy es otra. Nada publicado "
        "cambia: evalúe de nuevo al empleador cuando toque.",
    ),
    "rates_touched_none": Sentence(
        en="Every figure behind a current publication is still the one of today.",
        es="Todas las cifras de las publicaciones vigentes siguen siendo las de hoy.",
    ),
    "rates_then_now": Sentence(
        en="published with {then}; since {day} it is {now}",
        es="publicado con {then}; desde el {day} es {now}",
    ),
    "rates_certificate": Sentence(
        en="the certificate that rests on it",
        es="el certificado que se apoya en ella",
    ),
    "rates_shipped_due": Sentence(
        en="Official figures to look up again",
        es="Cifras oficiales por revisar",
    ),
    "rates_shipped_due_why": Sentence(
        en="They come with jobquality and still count, but no public claim about the law "
        "may rest on one that is overdue.",
        es="Vienen con jobquality y todavía cuentan, pero ninguna afirmación pública "
        "sobre la ley puede apoyarse en una vencida.",
    ),
}
