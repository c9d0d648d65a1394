"""Words of the five elements of a sector initiative."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "initiatives_elements": Sentence(
        en="The five elements of a sector initiative",
        es="Los cinco elementos de una iniciativa de sector",
    ),
    "initiatives_element_1": Sentence(
        en="One industry in one region, in depth",
        es="Una industria en una región, a fondo",
    ),
    "initiatives_element_2": Sentence(
        en="A credible organization leads it", es="La dirige una organización confiable"
    ),
    "initiatives_element_3": Sentence(
        en="It helps workers build skills and reach better jobs",
        es="Ayuda a las personas a aprender y llegar a mejores empleos",
    ),
    "initiatives_element_4": Sentence(
        en="It meets what employers need", es="Responde a lo que necesitan los empleadores"
    ),
    "initiatives_element_5": Sentence(
        en="It works for lasting change", es="Trabaja por un cambio duradero"
    ),
    "initiatives_standing_recorded": Sentence(en="Recorded", es="Registrado"),
    "initiatives_standing_partly": Sentence(en="Recorded, with gaps", es="Registrado, con huecos"),
    "initiatives_standing_missing": Sentence(
        en="Nothing recorded yet", es="Nada registrado todavía"
    ),
    "initiatives_next": Sentence(
        en="Missing, and what to record next", es="Lo que falta, y qué registrar después"
    ),
    "initiatives_focus_said": Sentence(en="{industry}, {place}.", es="{industry}; {place}."),
    "initiatives_focus_employers": Sentence(
        en="{count} of its employers have a published score.",
        es="{count} de sus empleadores tienen una calificación publicada.",
    ),
    "initiatives_focus_employers_one": Sentence(
        en="{count} of its employers has a published score.",
        es="{count} de sus empleadores tiene una calificación publicada.",
    ),
    "initiatives_focus_no_employers": Sentence(
        en="No employer has a published score yet. Assess and publish the first one.",
        es="Ningún empleador tiene todavía una calificación publicada. Evalúe y publique la "
        "primera.",
    ),
    "initiatives_focus_wide": Sentence(
        en="The region is the whole country. Choose a state, county or city, to go deep.",
        es="La región es todo el país. Elija un estado, condado o ciudad, para ir a fondo.",
    ),
    "initiatives_lead_region": Sentence(
        en="{name} leads it and works in {region}.",
        es="{name} la dirige y trabaja en {region}.",
    ),
    "initiatives_lead_no_region": Sentence(
        en="Where the organization works is not said. Write it among its facts.",
        es="No se dice dónde trabaja la organización. Escríbalo entre sus datos.",
    ),
    "initiatives_lead_funding": Sentence(
        en="Who pays for it: {funding}.", es="Quién la financia: {funding}."
    ),
    "initiatives_lead_no_funding": Sentence(
        en="Who pays for the organization is not said. Write it among its facts.",
        es="No se dice quién financia a la organización. Escríbalo entre sus datos.",
    ),
    "initiatives_lead_partners": Sentence(
        en="{count} partners take part.", es="Participan {count} aliados."
    ),
    "initiatives_lead_partners_one": Sentence(
        en="{count} partner takes part.", es="Participa {count} aliado."
    ),
    "initiatives_lead_no_partners": Sentence(
        en="No partner is recorded. Record who takes part, and in what.",
        es="No hay aliados registrados. Registre quién participa y en qué.",
    ),
    "initiatives_lead_convened": Sentence(
        en="It brought people together {count} times.",
        es="Reunió a las partes {count} veces.",
    ),
    "initiatives_lead_convened_one": Sentence(
        en="It brought people together {count} time.", es="Reunió a las partes {count} vez."
    ),
    "initiatives_lead_no_convening": Sentence(
        en="No meeting is recorded. Record when workers, employers and partners met.",
        es="No hay reuniones registradas. Registre cuándo se reunieron trabajadores, empleadores "
        "y aliados.",
    ),
    "initiatives_workers_done": Sentence(
        en="{count} trainings and services for workers are recorded.",
        es="Hay {count} capacitaciones y servicios para trabajadores registrados.",
    ),
    "initiatives_workers_done_one": Sentence(
        en="{count} training or service for workers is recorded.",
        es="Hay {count} capacitación o servicio para trabajadores registrado.",
    ),
    "initiatives_workers_none": Sentence(
        en="No training or service for workers is recorded. Record the last one, with how many "
        "took part.",
        es="No hay capacitaciones ni servicios para trabajadores registrados. Registre el último, "
        "con cuántas personas participaron.",
    ),
    "initiatives_workers_trained": Sentence(
        en="{count} of them are trainings.", es="{count} son capacitaciones."
    ),
    "initiatives_workers_trained_one": Sentence(
        en="{count} of them is a training.", es="{count} es una capacitación."
    ),
    "initiatives_workers_no_training": Sentence(
        en="No training is recorded. Record a course that leads to a better job.",
        es="No hay capacitaciones registradas. Registre un curso que lleve a un mejor empleo.",
    ),
    "initiatives_workers_people": Sentence(
        en="Workers took part at least {count} times, in groups of five or more.",
        es="Hubo al menos {count} participaciones de trabajadores, en grupos de cinco o más.",
    ),
    "initiatives_workers_people_one": Sentence(
        en="Workers took part at least {count} time, in groups of five or more.",
        es="Hubo al menos {count} participación de trabajadores, en grupos de cinco o más.",
    ),
    "initiatives_workers_few": Sentence(
        en="{count} times it was fewer than five workers.",
        es="{count} veces fueron menos de cinco personas.",
    ),
    "initiatives_workers_few_one": Sentence(
        en="{count} time it was fewer than five workers.",
        es="{count} vez fueron menos de cinco personas.",
    ),
    "initiatives_workers_uncounted": Sentence(
        en="Nobody counted the workers. Add how many took part.",
        es="Nadie contó a las personas. Agregue cuántas participaron.",
    ),
    "initiatives_employers_reached": Sentence(
        en="Employers took part {count} times in meetings, services or trainings.",
        es="Los empleadores participaron {count} veces en reuniones, servicios o capacitaciones.",
    ),
    "initiatives_employers_reached_one": Sentence(
        en="An employer took part {count} time in a meeting, service or training.",
        es="Un empleador participó {count} vez en una reunión, un servicio o una capacitación.",
    ),
    "initiatives_employers_none": Sentence(
        en="No activity with employers is recorded. Record a meeting, service or training, with "
        "how many employers took part.",
        es="No hay actividades con empleadores registradas. Registre una reunión, un servicio o "
        "una capacitación, con cuántos empleadores participaron.",
    ),
    "initiatives_employers_plans": Sentence(
        en="{count} employers have a published score, each with a plan to improve.",
        es="{count} empleadores tienen una calificación publicada, cada una con un plan de mejora.",
    ),
    "initiatives_employers_plans_one": Sentence(
        en="{count} employer has a published score, with a plan to improve.",
        es="{count} empleador tiene una calificación publicada, con un plan de mejora.",
    ),
    "initiatives_employers_no_plans": Sentence(
        en="No employer has a plan to improve yet. It comes with the first published score.",
        es="Ningún empleador tiene todavía un plan de mejora. Llega con la primera calificación "
        "publicada.",
    ),
    "initiatives_employers_certificates": Sentence(
        en="{count} of them were given a certificate.",
        es="{count} recibieron un certificado.",
    ),
    "initiatives_employers_certificates_one": Sentence(
        en="{count} of them was given a certificate.", es="{count} recibió un certificado."
    ),
    "initiatives_employers_no_certificates": Sentence(
        en="No employer was given a certificate yet. It follows from a level that is reached.",
        es="Ningún empleador ha recibido un certificado. Llega cuando alcanza un nivel.",
    ),
    "initiatives_change_done": Sentence(
        en="{count} steps for better jobs are recorded: rules, research or organizing.",
        es="Hay {count} pasos por mejores empleos registrados: reglas, investigación u "
        "organización.",
    ),
    "initiatives_change_done_one": Sentence(
        en="{count} step for better jobs is recorded: rules, research or organizing.",
        es="Hay {count} paso por mejores empleos registrado: reglas, investigación u organización.",
    ),
    "initiatives_change_none": Sentence(
        en="No work for better rules, research or organizing is recorded as “make the jobs "
        "better”. Record the last step.",
        es="No hay trabajo por mejores reglas, investigación ni organización registrado como "
        "«mejorar los empleos». Registre el último paso.",
    ),
    "initiatives_change_scores": Sentence(
        en="{count} employers have scores from more than one time; see them below.",
        es="{count} empleadores tienen calificaciones de más de un momento; véalas abajo.",
    ),
    "initiatives_change_scores_one": Sentence(
        en="{count} employer has scores from more than one time; see them below.",
        es="{count} empleador tiene calificaciones de más de un momento; véalas abajo.",
    ),
    "initiatives_change_no_scores": Sentence(
        en="No employer was scored twice yet. Assess one again after a year.",
        es="Ningún empleador fue calificado dos veces. Evalúe de nuevo a uno después de un año.",
    ),
}
