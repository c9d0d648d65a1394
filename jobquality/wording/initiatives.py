"""Words of initiatives."""

from jobquality.wording.sentence import Sentence

_INDUSTRIES = {
    "industry_722": Sentence(en="Restaurants, cafés and bars", es="Restaurantes, cafés y bares"),
    "industry_44-45": Sentence(en="Stores (retail)", es="Tiendas (comercio minorista)"),
    "industry_445": Sentence(en="Grocery and food stores", es="Supermercados y abarrotes"),
    "industry_721": Sentence(en="Hotels and lodging", es="Hoteles y alojamiento"),
    "industry_6244": Sentence(en="Child care", es="Cuidado infantil"),
    "industry_623": Sentence(en="Nursing and care homes", es="Residencias y hogares de cuidado"),
    "industry_6216": Sentence(en="Home health care", es="Cuidado de la salud en el hogar"),
    "industry_5617": Sentence(
        en="Cleaning and building services", es="Limpieza y servicios a edificios"
    ),
    "industry_23": Sentence(en="Construction", es="Construcción"),
    "industry_31-33": Sentence(en="Manufacturing", es="Manufactura"),
    "industry_48-49": Sentence(
        en="Transport, delivery and warehouses", es="Transporte, reparto y almacenes"
    ),
    "industry_493": Sentence(en="Warehouses", es="Almacenes"),
}

_KINDS = {
    "kind_training": Sentence(en="Training", es="Capacitación"),
    "kind_research": Sentence(en="Research", es="Investigación"),
    "kind_convening": Sentence(en="Bringing people together", es="Reunir a las partes"),
    "kind_policy_advocacy": Sentence(en="Work for better rules", es="Trabajo por mejores reglas"),
    "kind_organizing": Sentence(en="Organizing", es="Organización"),
    "kind_service": Sentence(en="Service", es="Servicio"),
    "way_move_up": Sentence(en="Help workers move up", es="Ayudar a las personas a avanzar"),
    "way_improve_jobs": Sentence(en="Make the jobs better", es="Mejorar los empleos"),
}

WORDING: dict[str, Sentence] = {
    **_INDUSTRIES,
    **_KINDS,
    "initiatives_title": Sentence(en="Sector initiatives", es="Iniciativas de sector"),
    "initiatives_kind": Sentence(en="Sector initiative", es="Iniciativa de sector"),
    "initiatives_why": Sentence(
        en="A sector initiative works on one industry in one region, for a long time and with "
        "many partners. It helps workers move up, and it makes the jobs better.",
        es="Una iniciativa de sector trabaja en una industria y una región, por mucho tiempo y "
        "con muchos aliados. Ayuda a las personas a avanzar y mejora los empleos.",
    ),
    "initiatives_none": Sentence(
        en="There is no initiative yet.", es="Todavía no hay ninguna iniciativa."
    ),
    "initiatives_none_ask": Sentence(
        en="An advocate or an administrator of your organization can add one.",
        es="Una persona defensora o administradora de su organización puede agregar una.",
    ),
    "initiatives_add": Sentence(en="Add an initiative", es="Agregar una iniciativa"),
    "initiatives_add_first": Sentence(
        en="Add your first initiative", es="Agregar su primera iniciativa"
    ),
    "initiatives_change": Sentence(en="Change these facts", es="Cambiar estos datos"),
    "initiatives_change_title": Sentence(en="Change {name}", es="Cambiar {name}"),
    "initiatives_see_public": Sentence(en="See the public page", es="Ver la página pública"),
    "initiatives_is_public": Sentence(
        en="Everyone sees what you record here only after another person of your organization "
        "has read and shown it. A change hides it until it is shown again. Small groups of "
        "workers are never counted in public.",
        es="Lo que registre aquí se publica solo después de que otra persona de su organización "
        "lo lea y lo muestre. Un cambio lo oculta hasta que se muestre otra vez. Los grupos "
        "pequeños de trabajadores nunca se cuentan en público.",
    ),
    "initiatives_to_read": Sentence(en="To read", es="Por leer"),
    "initiatives_to_read_why": Sentence(
        en="Nobody outside sees these yet. Read each one, then show it. Whoever wrote it last "
        "cannot show it.",
        es="Nadie de fuera ve esto todavía. Lea cada texto y después muéstrelo. Quien lo "
        "escribió por último no puede mostrarlo.",
    ),
    "initiatives_to_read_page": Sentence(
        en="The public page is not there until the initiative itself is shown.",
        es="La página pública no existe hasta que se muestre la iniciativa misma.",
    ),
    "initiatives_show": Sentence(
        en="I have read it: show “{name}”", es="Ya lo leí: mostrar «{name}»"
    ),
    "initiatives_show_another": Sentence(
        en="You wrote this last. Another person has to read and show it.",
        es="Usted lo escribió por último. Otra persona tiene que leerlo y mostrarlo.",
    ),
    "initiatives_written_by": Sentence(
        en="Last written by {name}", es="Escrito por último por {name}"
    ),
    "initiatives_hidden": Sentence(en="Not public yet", es="Todavía no es público"),
    "initiatives_name": Sentence(en="Name", es="Nombre"),
    "initiatives_name_hint": Sentence(
        en="For example: Good Restaurant Jobs in Travis County",
        es="Por ejemplo: Buenos empleos en restaurantes del condado de Travis",
    ),
    "initiatives_about": Sentence(en="What it is for", es="Para qué es"),
    "initiatives_about_hint": Sentence(
        en="Two or three short sentences for everybody.",
        es="Dos o tres frases cortas para todas las personas.",
    ),
    "initiatives_sector": Sentence(en="Industry", es="Industria"),
    "initiatives_choose": Sentence(en="Please choose", es="Elija"),
    "initiatives_sector_other": Sentence(
        en="Another industry: I give its code", es="Otra industria: escribo su código"
    ),
    "initiatives_sector_code": Sentence(
        en="NAICS code of the other industry", es="Código NAICS de la otra industria"
    ),
    "initiatives_sector_code_hint": Sentence(
        en="2 to 6 digits; only where you chose another industry.",
        es="De 2 a 6 dígitos; solo si eligió otra industria.",
    ),
    "initiatives_sector_named": Sentence(
        en="Industry with the NAICS code {code}", es="Industria con el código NAICS {code}"
    ),
    "initiatives_place": Sentence(en="Region", es="Región"),
    "initiatives_place_hint": Sentence(
        en="A county, city or state, such as Travis County, TX.",
        es="Un condado, una ciudad o un estado, como Travis County, TX.",
    ),
    "initiatives_rubric": Sentence(en="Standard", es="Norma"),
    "initiatives_rubric_hint": Sentence(
        en="Its employers are scored by this one.", es="Con ella se califica a sus empleadores."
    ),
    "initiatives_led_by": Sentence(en="Led by", es="Dirigida por"),
    "initiatives_funding": Sentence(en="Paid for by", es="Financiada por"),
    "initiatives_works_in": Sentence(en="Works in", es="Trabaja en"),
    "initiatives_partners": Sentence(en="Partners", es="Aliados"),
    "initiatives_partners_why": Sentence(
        en="Workers’ centers, unions, schools, employer groups, agencies: who takes part, and "
        "in what.",
        es="Centros de trabajadores, sindicatos, escuelas, grupos de empleadores, agencias: "
        "quién participa y en qué.",
    ),
    "initiatives_partners_none": Sentence(
        en="No partner is recorded yet.", es="Todavía no hay aliados registrados."
    ),
    "initiatives_partner_add": Sentence(en="Add a partner", es="Agregar un aliado"),
    "initiatives_partner_name": Sentence(
        en="Name of the organization", es="Nombre de la organización"
    ),
    "initiatives_partner_part": Sentence(en="What it does here", es="Qué hace aquí"),
    "initiatives_remove": Sentence(en="Remove {name}", es="Quitar {name}"),
    "initiatives_activities": Sentence(en="What was done", es="Lo que se hizo"),
    "initiatives_activities_none": Sentence(
        en="Nothing is recorded yet. Start with the last training, meeting or new rule.",
        es="Todavía no hay nada registrado. Empiece con la última capacitación, reunión o regla "
        "nueva.",
    ),
    "initiatives_activity_add": Sentence(en="Record an activity", es="Registrar una actividad"),
    "initiatives_activity_change": Sentence(en="Change this activity", es="Cambiar esta actividad"),
    "initiatives_activity_remove": Sentence(en="Remove this activity", es="Quitar esta actividad"),
    "initiatives_activity_remove_why": Sentence(
        en="Only if it was recorded by mistake. It leaves the public page too.",
        es="Solo si se registró por error. También desaparece de la página pública.",
    ),
    "initiatives_activity_kind": Sentence(en="What it was", es="Qué fue"),
    "initiatives_activity_way": Sentence(en="Which way it follows", es="Qué camino sigue"),
    "initiatives_activity_title": Sentence(en="Title", es="Título"),
    "initiatives_activity_title_hint": Sentence(
        en="For example: Line cook course, spring group",
        es="Por ejemplo: Curso de cocina, grupo de primavera",
    ),
    "initiatives_activity_text": Sentence(en="What happened", es="Qué pasó"),
    "initiatives_activity_text_hint": Sentence(
        en="Short and plain. No names of workers.",
        es="Breve y claro. Sin nombres de trabajadores.",
    ),
    "initiatives_activity_on": Sentence(en="Day", es="Día"),
    "initiatives_activity_on_hint": Sentence(
        en="The day it was done; for a course, its last day.",
        es="El día en que se hizo; para un curso, su último día.",
    ),
    "initiatives_activity_workers": Sentence(
        en="How many workers took part", es="Cuántas personas trabajadoras participaron"
    ),
    "initiatives_activity_workers_hint": Sentence(
        en="Leave it empty if nobody counted. Under five, the public page says “fewer than five”.",
        es="Déjelo vacío si nadie contó. Si son menos de cinco, la página pública dice «menos de "
        "cinco».",
    ),
    "initiatives_activity_employers": Sentence(
        en="How many employers took part", es="Cuántos empleadores participaron"
    ),
    "initiatives_activity_source": Sentence(en="Where one can check it", es="Dónde se comprueba"),
    "initiatives_activity_source_hint": Sentence(
        en="A web address, or the name of a record.",
        es="Una dirección web o el nombre de un documento.",
    ),
    "initiatives_by": Sentence(
        en="Recorded by {name} on {day}", es="Registrado por {name} el {day}"
    ),
    "initiatives_conflict": Sentence(
        en="Somebody else changed this while you were writing.",
        es="Otra persona lo cambió mientras usted escribía.",
    ),
    "initiatives_conflict_why": Sentence(
        en="Nothing was overwritten. What is saved now stands under each field that differs. "
        "Keep yours, or take theirs over, then save again.",
        es="No se sobrescribió nada. Lo que está guardado aparece debajo de cada campo distinto. "
        "Deje lo suyo o copie lo otro, y guarde de nuevo.",
    ),
    "initiatives_saved_meanwhile": Sentence(en="Saved meanwhile:", es="Guardado mientras tanto:"),
    "initiatives_nothing": Sentence(en="nothing", es="nada"),
    "initiatives_employers": Sentence(en="Its employers", es="Sus empleadores"),
    "initiatives_employers_why": Sentence(
        en="They follow from the industry and the region; nobody has to list them.",
        es="Resultan de la industria y la región; nadie tiene que anotarlos.",
    ),
    "initiatives_employers_no": Sentence(
        en="None of your employers is of this industry and region yet.",
        es="Ninguno de sus empleadores es todavía de esta industria y región.",
    ),
    "initiatives_employer_published": Sentence(
        en="Score published on {day}", es="Calificación publicada el {day}"
    ),
    "initiatives_employer_unpublished": Sentence(
        en="No score published yet", es="Sin calificación publicada"
    ),
    "initiatives_ways": Sentence(en="Two ways, side by side", es="Dos caminos, lado a lado"),
    "initiatives_ways_why": Sentence(
        en="People can be helped to better jobs, and jobs can be made better. A strong "
        "initiative does both.",
        es="Se puede ayudar a las personas a llegar a mejores empleos, y se pueden mejorar los "
        "empleos. Una iniciativa fuerte hace las dos cosas.",
    ),
    "initiatives_way_none": Sentence(
        en="Nothing is recorded on this way yet.",
        es="Todavía no hay nada registrado en este camino.",
    ),
    "initiatives_people": Sentence(en="{count} workers", es="{count} personas trabajadoras"),
    "initiatives_people_least": Sentence(
        en="at least {count} workers", es="al menos {count} personas trabajadoras"
    ),
    "initiatives_people_few": Sentence(
        en="fewer than five workers", es="menos de cinco personas trabajadoras"
    ),
    "initiatives_firms": Sentence(en="{count} employers", es="{count} empleadores"),
    "initiatives_firms_one": Sentence(en="1 employer", es="1 empleador"),
    "initiatives_source": Sentence(en="Source", es="Fuente"),
    "initiatives_scores": Sentence(
        en="Scores of its employers over time", es="Calificaciones de sus empleadores en el tiempo"
    ),
    "initiatives_scores_why": Sentence(
        en="Each bar is one published score, from its low to its high end, from 0 to 100. It "
        "stands at the day that its answers are of, not the day it was published. The "
        "numbered marks show when something was done. They stand side by side; this page does "
        "not say that one led to the other.",
        es="Cada barra es una calificación publicada, de su extremo bajo a su extremo alto, de 0 "
        "a 100. Está en el día del que son las respuestas, no en el de la publicación. Las marcas "
        "con número muestran cuándo se hizo algo. Están lado a lado; esta "
        "página no dice que lo uno llevó a lo otro.",
    ),
    "initiatives_scores_none": Sentence(
        en="No score of an employer of this industry and region is published yet.",
        es="Todavía no se publica ninguna calificación de empleadores de esta industria y región.",
    ),
    "initiatives_scores_editions": Sentence(
        en="The standard changed between some of these scores; the table names its edition. "
        "Compare only scores of one edition.",
        es="La norma cambió entre algunas de estas calificaciones; la tabla indica su edición. "
        "Compare solo calificaciones de una misma edición.",
    ),
    "initiatives_score_range": Sentence(en="{low} to {high}", es="{low} a {high}"),
    "initiatives_track_said": Sentence(
        en="{name}. Scores by the day of their answers: {points}.",
        es="{name}. Calificaciones por el día de sus respuestas: {points}.",
    ),
    "initiatives_score_contested": Sentence(en="contested", es="en disputa"),
    "initiatives_table_title": Sentence(
        en="All published scores", es="Todas las calificaciones publicadas"
    ),
    "initiatives_table_employer": Sentence(en="Employer", es="Empleador"),
    "initiatives_table_day": Sentence(en="As of", es="Al"),
    "initiatives_table_score": Sentence(en="Score", es="Calificación"),
    "initiatives_table_level": Sentence(en="Level", es="Nivel"),
    "initiatives_table_edition": Sentence(en="Edition", es="Edición"),
    "initiatives_events": Sentence(en="What was done, by number", es="Lo que se hizo, por número"),
    "initiatives_made": Sentence(en="How this page is made", es="Cómo se hace esta página"),
    "initiatives_made_rows": Sentence(
        en="It is made from what {name} recorded and from its published scorecards. Nothing is "
        "added by hand.",
        es="Se hace con lo que {name} registró y con sus calificaciones publicadas. Nada se "
        "agrega a mano.",
    ),
    "initiatives_made_small": Sentence(
        en="Groups of fewer than five workers are never counted out, so that nobody can be found.",
        es="Los grupos de menos de cinco personas nunca se cuentan, para que no se pueda "
        "identificar a nadie.",
    ),
    "initiatives_made_error": Sentence(
        en="Is something wrong? Tell {name}: {contact}",
        es="¿Hay algún error? Avise a {name}: {contact}",
    ),
    "initiatives_sample": Sentence(
        en="SAMPLE: an invented example. No such organization, employer or activity exists.",
        es="SAMPLE: un ejemplo inventado. No existen esta organización, sus empleadores ni sus "
        "actividades.",
    ),
}
