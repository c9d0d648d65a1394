"""What makes a score beyond its answer: caps, rounding, what it requires, how gaps are read."""

from jobquality.wording.sentence import Sentence

_STAGES = {
    "stage": Sentence(en="{what}: {before} → {after}", es="{what}: de {before} a {after}"),
    "stage_points": Sentence(
        en="points for the score: {what} gives {after}",
        es="puntos por la calificación: {what} da {after}",
    ),
    "stage_along": Sentence(en="{number} by {sum}", es="{number} con {sum}"),
    "cap_at_least": Sentence(en="no less than {number}", es="no menos de {number}"),
    "cap_at_most": Sentence(en="no more than {number}", es="no más de {number}"),
    "rounding_half_up": Sentence(
        en="rounded to {digits} decimals, half up",
        es="redondeado a {digits} decimales, la mitad hacia arriba",
    ),
    "rounding_half_even": Sentence(
        en="rounded to {digits} decimals, half to even",
        es="redondeado a {digits} decimales, la mitad al par",
    ),
    "rounding_down": Sentence(
        en="cut off after {digits} decimals", es="cortado después de {digits} decimales"
    ),
    "rounding_up": Sentence(
        en="rounded up to {digits} decimals", es="redondeado hacia arriba a {digits} decimales"
    ),
}

_NODES = {
    "reason_parts": Sentence(
        en="put together from {count} of its parts", es="se junta de {count} de sus partes"
    ),
    "reason_held_back": Sentence(
        en="held back: it counts only with {needs}", es="no cuenta todavía: solo vale con {needs}"
    ),
    "gap_blocked": Sentence(
        en="no value before this is known: {names}", es="sin valor mientras no se sepa: {names}"
    ),
    "gap_too_little": Sentence(
        en="no value, too little is answered: {said}", es="sin valor, falta responder: {said}"
    ),
    "enough_share": Sentence(
        en="{share} of the weight, needs {wanted} or more",
        es="{share} del peso, hace falta {wanted} o más",
    ),
    "enough_count": Sentence(
        en="{count} answered, needs {wanted} or more",
        es="{count} respondidas, hacen falta {wanted} o más",
    ),
    "requires_all": Sentence(en="all points of {name}", es="todos los puntos de {name}"),
    "requires_number": Sentence(en="{number} or more in {name}", es="{number} o más en {name}"),
    "reason_unscored": Sentence(en="it adds nothing", es="no suma nada"),
    "reading_points": Sentence(en="it is read as {points}", es="se lee como {points}"),
    "reading_block": Sentence(
        en="without it no score above it has a value",
        es="sin esto ninguna calificación de arriba tiene valor",
    ),
    "reading_siblings": Sentence(
        en="it is read as the mean of what is known beside it",
        es="se lee como el promedio de lo que se sabe a su lado",
    ),
    "reading_cohort_mean": Sentence(
        en="it is read as the mean of the cohort, {points}",
        es="se lee como el promedio del grupo, {points}",
    ),
    "reading_cohort_median": Sentence(
        en="it is read as the middle of the cohort, {points}",
        es="se lee como el valor medio del grupo, {points}",
    ),
}

_COHORTS = {
    "cohort_minmax": Sentence(
        en="Points by the place between the least and the most of the cohort.",
        es="Puntos según el lugar entre el menor y el mayor del grupo.",
    ),
    "cohort_zscore": Sentence(
        en="Points by how many deviations the number is from the mean of the cohort.",
        es="Puntos según cuántas desviaciones hay hasta el promedio del grupo.",
    ),
    "cohort_rank": Sentence(
        en="Points by the rank in the cohort: the best gets the most.",
        es="Puntos según el lugar en el grupo: el mejor recibe más.",
    ),
    "cohort_percentile": Sentence(
        en="Points by the share of the cohort that is not as good.",
        es="Puntos según la parte del grupo que es menos buena.",
    ),
    "cohort_best": Sentence(
        en="Points by the share of the best of the cohort.",
        es="Puntos según qué parte es del mejor del grupo.",
    ),
    "placed_read": Sentence(
        en="{number} is compared as {read}", es="{number} se compara como {read}"
    ),
    "cohort_log": Sentence(
        en="The natural logarithm of each number is compared.",
        es="Se compara el logaritmo natural de cada número.",
    ),
    "cohort_others": Sentence(
        en="The number itself is not one of those it is compared with.",
        es="El número mismo no es uno de los que se comparan.",
    ),
    "cohort_equals_once": Sentence(
        en="Equal numbers share one place.", es="Los números iguales comparten un lugar."
    ),
    "cohort_within": Sentence(
        en="Only those with the same {fact} are the cohort.",
        es="El grupo son solo los que tienen igual: {fact}.",
    ),
    "cohort_scale": Sentence(
        en="The worst gets {low}, the best {high}.", es="El peor recibe {low}, el mejor {high}."
    ),
    "cohort_lower": Sentence(en="Less is better.", es="Menos es mejor."),
    "cohort_equals_none": Sentence(
        en="Equal numbers do not count as worse.", es="Los números iguales no cuentan como peores."
    ),
    "cohort_equals_half": Sentence(
        en="Half of the equal numbers count as worse.",
        es="La mitad de los números iguales cuenta como peor.",
    ),
    "cohort_equals_all": Sentence(
        en="Equal numbers count as worse.", es="Los números iguales cuentan como peores."
    ),
    "cohort_at_least": Sentence(
        en="Nobody gets less than {number}.", es="Nadie recibe menos de {number}."
    ),
    "cohort_at_most": Sentence(
        en="Nobody gets more than {number}.", es="Nadie recibe más de {number}."
    ),
    "cohort_mean": Sentence(en="The mean is set: {number}.", es="El promedio es fijo: {number}."),
    "cohort_deviation": Sentence(
        en="The deviation is set: {number}.", es="La desviación es fija: {number}."
    ),
    "cohort_sample": Sentence(
        en="The deviation is that of a sample (divided by n - 1).",
        es="La desviación es la de una muestra (dividida entre n - 1).",
    ),
    "cohort_sets": Sentence(
        en="What comes out has a mean of {mean} and a deviation of {deviation}.",
        es="Lo que resulta tiene un promedio de {mean} y una desviación de {deviation}.",
    ),
    "cohort_pulled_count": Sentence(
        en="Before that, the outermost numbers at each end ({count}) become the next one.",
        es="Antes, los números extremos de cada lado ({count}) pasan a ser el siguiente.",
    ),
    "cohort_pulled_percent": Sentence(
        en="Before that, the outermost {percent}% at each end become the next number.",
        es="Antes, el {percent}% extremo de cada lado pasa a ser el número siguiente.",
    ),
    "cohort_pulled_until": Sentence(
        en="Before that, the outermost numbers become the next one until {limits}{most}.",
        es="Antes, los números extremos pasan a ser el siguiente hasta que {limits}{most}.",
    ),
    "cohort_skewness": Sentence(
        en="the skewness is within {number}", es="la asimetría no pasa de {number}"
    ),
    "cohort_kurtosis": Sentence(
        en="the kurtosis is within {number}", es="la curtosis no pasa de {number}"
    ),
    "cohort_at_once": Sentence(en=", {count} at most", es=", {count} como máximo"),
}

WORDING: dict[str, Sentence] = {**_STAGES, **_NODES, **_COHORTS}
