"""What the checker says of questions, their answers and their points."""

TOLD: tuple[tuple[str, str], ...] = (
    (
        "See 'Kinds of answer' in docs/rubric-language.md.",
        "Vea «Kinds of answer» en docs/rubric-language.md.",
    ),
    (
        "Write usd_per_hour, usd_per_month or usd_per_year for pay, usd for an amount.",
        "Escriba usd_per_hour, usd_per_month o usd_per_year para un pago, usd para un monto.",
    ),
    (
        "There are no minutes: write hours, with decimals (half an hour is 0.5).",
        "No hay minutos: escriba hours, con decimales (media hora es 0.5).",
    ),
    (
        "Write percent (0 to 100), or ratio where 1 means equal.",
        "Escriba percent (de 0 a 100), o ratio, donde 1 quiere decir igual.",
    ),
    (
        "There is no free text: write choice, checklist, yes_no, date or a unit.",
        "No hay texto libre: escriba choice, checklist, yes_no, date o una unidad.",
    ),
    (
        "Write choice, with a line of 'points' for each step.",
        "Escriba choice, con una línea de «points» para cada paso.",
    ),
    (
        "'answer: {name}' is not a kind of answer or a unit.",
        "«answer: {name}» no es un tipo de respuesta ni una unidad.",
    ),
    (
        "There are no years: write months (two years are 24).",
        "No hay años: escriba months (dos años son 24).",
    ),
    (
        "There are no quarters: write months (a quarter is 3).",
        "No hay trimestres: escriba months (un trimestre es 3).",
    ),
    (
        "There are no cents: write usd, with decimals (25 cents are 0.25).",
        "No hay centavos: escriba usd, con decimales (25 centavos son 0.25).",
    ),
    (
        "Write usd_per_hour for pay, hours for time.",
        "Escriba usd_per_hour para un pago, hours para un tiempo.",
    ),
    (
        "Write hours_per_week for time; for pay write usd_per_hour.",
        "Escriba hours_per_week para un tiempo; para un pago escriba usd_per_hour.",
    ),
    (
        "Write usd_per_month for pay, months for time.",
        "Escriba usd_per_month para un pago, months para un tiempo.",
    ),
    (
        "Write usd_per_year for pay, hours_per_year for time.",
        "Escriba usd_per_year para un pago, hours_per_year para un tiempo.",
    ),
    (
        "Write days for how many, date for a day such as 2026-03-01.",
        "Escriba days para cuántos, date para un día como 2026-03-01.",
    ),
    (
        "Write number for how often, ratio for how many times as much.",
        "Escriba number para cuántas veces, ratio para cuántas veces más.",
    ),
    (
        "'{name}' is a part of a figure, so it gives no points of its own.",
        "«{name}» es parte de una cifra, así que no da puntos propios.",
    ),
    (
        "Leave 'points' out, or make it a criterion of its own and name it here.",
        "Quite «points», o hágalo un criterio propio y nómbrelo aquí.",
    ),
    ("A checklist has no boxes.", "Una lista no tiene casillas."),
    (
        "Add of: with a line {answer: ID, ask: TEXT} for each box.",
        "Agregue of: con una línea {answer: ID, ask: TEXT} para cada casilla.",
    ),
    (
        "The {kind} '{name}' has no 'points', so nothing can be chosen.",
        "Esto no tiene «points», así que no hay qué elegir: {kind} «{name}».",
    ),
    (
        "Add points: with a line {answer: ID, ask: TEXT, gives: N}.",
        "Agregue points: con una línea {answer: ID, ask: TEXT, gives: N}.",
    ),
    (
        "'{name}' reads an answer as 'na' but does not allow it.",
        "«{name}» lee una respuesta como «na», pero no la permite.",
    ),
    ("Add na: yes.", "Agregue na: yes."),
    (
        "'{name}' is upcoming, so it has no weight yet.",
        "«{name}» se anuncia para más adelante, así que todavía no tiene peso.",
    ),
    (
        "Leave the weight out; the edition that counts it gives it one.",
        "Quite el peso; se lo da la edición que la cuente.",
    ),
    (
        "'{name}' is upcoming, but something that counts names it.",
        "«{name}» se anuncia para más adelante, pero algo que cuenta la nombra.",
    ),
    ("Leave 'upcoming' out, or do not name it.", "Quite «upcoming», o no la nombre."),
    (
        "'{name}' has a weight but no 'points', so it is not scored.",
        "«{name}» tiene peso pero no «points», así que no se califica.",
    ),
    ("Add points: …, or leave the weight out.", "Agregue points: …, o quite el peso."),
    ("The box '{name}' stands twice.", "La casilla «{name}» aparece dos veces."),
    ("'{one}' and '{other}' stand side by side.", "«{one}» y «{other}» están uno junto al otro."),
    ("{one} and {other} stand side by side.", "{one} y {other} están uno junto al otro."),
    (
        "This band meets the next one at {edge}, and {which} it.",
        "Este tramo toca al siguiente en {edge}, y {which}.",
    ),
    (
        "This band meets the next one at {edge}, and neither of them holds it.",
        "Este tramo toca al siguiente en {edge}, y ninguno de los dos lo incluye.",
    ),
    (
        "This band meets the next one at {edge}, and both of them hold it.",
        "Este tramo toca al siguiente en {edge}, y los dos lo incluyen.",
    ),
    ("Write under and from, or up_to and above.", "Escriba under y from, o up_to y above."),
    (
        "A line with 'answer' belongs to a choice.",
        "Una línea con «answer» es de una pregunta de elegir.",
    ),
    (
        "Write answer: choice above, or use from and under here.",
        "Escriba arriba answer: choice, o use aquí from y under.",
    ),
    ("there are {number} boxes", "hay {number} casillas"),
    ("{number} is the most there is", "{number} es lo máximo que hay"),
    ("Start it lower, or add boxes.", "Empiécelo más abajo, o agregue casillas."),
    ("Start it lower, or use another unit.", "Empiécelo más abajo, o use otra unidad."),
    (
        "Nothing says what a number under {edge} gives.",
        "Nada dice qué da un número menor que {edge}.",
    ),
    (
        "Add {under: {below}, gives: …} as the first band.",
        "Agregue {under: {below}, gives: …} como primer tramo.",
    ),
    ("Nothing says what {edge} or more gives.", "Nada dice qué da {edge} o más."),
    (
        "Leave 'under' out of the last band, or add a band after it.",
        "Quite «under» del último tramo, o agregue un tramo después.",
    ),
    ("Only the first band may have no 'from'.", "Solo el primer tramo puede no tener «from»."),
    ("Add from: and the number where it starts.", "Agregue from: y el número donde empieza."),
    (
        "This band starts at {high}, not above {low}.",
        "Este tramo empieza en {high}, no más arriba de {low}.",
    ),
    (
        "Write the bands in the order of the numbers.",
        "Escriba los tramos en el orden de los números.",
    ),
    (
        "No answer reaches this band: it starts at {start}, but {most}.",
        "Ninguna respuesta llega a este tramo: empieza en {start}, pero {most}.",
    ),
    ("We know no parameter {shown}.", "No conocemos el parámetro {shown}."),
    (
        "Write a number, or the id of a parameter.",
        "Escriba un número, o el identificador de un parámetro.",
    ),
    (
        "This band ends at {end}, but the next one starts at {start}.",
        "Este tramo termina en {end}, pero el siguiente empieza en {start}.",
    ),
    (
        "Let them meet: no number may be left out or be in two bands.",
        "Haga que se toquen: ningún número puede faltar ni estar en dos tramos.",
    ),
    ("{shown} is not a number.", "{shown} no es un número."),
    (
        "A line with 'from' or 'under' belongs to a number.",
        "Una línea con «from» o «under» es de un número.",
    ),
    (
        "Write a unit above (answer: days), or {answer: ID, ask: TEXT, gives: N} here.",
        "Escriba arriba una unidad (answer: days), o aquí {answer: ID, ask: TEXT, gives: N}.",
    ),
    ("Only a number can have a '{word}'.", "Solo un número puede tener «{word}»."),
    (
        "The points of a yes-or-no question are for 'yes' and 'no'.",
        "Los puntos de una pregunta de sí o no son para «yes» y «no».",
    ),
    (
        "Write {answer: no, gives: …} and {answer: yes, gives: …}, or answer: choice above.",
        "Escriba {answer: no, gives: …} y {answer: yes, gives: …}, o arriba answer: choice.",
    ),
    ("A date gives no points.", "Una fecha no da puntos."),
    ("Leave 'points' out.", "Quite «points»."),
    ("Use 'points' instead.", "Use «points»."),
    (
        "{shown} is a dated figure, but a score is held against numbers.",
        "{shown} es una cifra con fecha, pero una calificación se compara con números.",
    ),
    ("The range is empty.", "El rango está vacío."),
    (
        "'{name}' is kept for answers to every question.",
        "«{name}» está reservado para respuestas a cualquier pregunta.",
    ),
    ("The answer '{name}' stands twice.", "La respuesta «{name}» aparece dos veces."),
    (
        "A threshold with 'basis: {basis}' has no source.",
        "Un límite con «basis: {basis}» no tiene fuente.",
    ),
    ("Add source: …, or write basis: editorial.", "Agregue source: …, o escriba basis: editorial."),
    ("This line of 'points' does not say what it gives.", "Esta línea de «points» no dice qué da."),
    ("Add gives: and the points.", "Agregue gives: y los puntos."),
    ("A cost is below 0.", "Un costo es menor que 0."),
    ("'needs' cannot be {shown}.", "«needs» no puede ser {shown}."),
    (
        "'{word}' in 'needs' has no number of letters.",
        "«{word}» en «needs» no tiene un número de letras.",
    ),
    ("Write needs: {reason: 20}.", "Escriba needs: {reason: 20}."),
    (
        "A line needs at least two points to pass through.",
        "Una línea necesita al menos dos puntos por donde pasar.",
    ),
    (
        "Write {at: 0, gives: 0} and {at: 50, gives: 4} below it.",
        "Escriba debajo {at: 0, gives: 0} y {at: 50, gives: 4}.",
    ),
    ("This point of 'line' has no 'at'.", "Este punto de «line» no tiene «at»."),
    ("Add at: and the number.", "Agregue at: y el número."),
    (
        "This point is at {higher}, not above {lower}.",
        "Este punto está en {higher}, no más arriba de {lower}.",
    ),
    ("{number} has no logarithm.", "{number} no tiene logaritmo."),
    (
        "Write the points of a line in the order of 'at'.",
        "Escriba los puntos de una línea en el orden de «at».",
    ),
    ("Start above 0, or leave 'log' out.", "Empiece más arriba de 0, o quite «log»."),
    ("We know no scale {shown}.", "No conocemos la escala {shown}."),
    ("Add it to scales: at the top.", "Agréguela a scales: al principio."),
    (
        "'reads: {name}' is not a question of this file.",
        "«reads: {name}» no es una pregunta de este archivo.",
    ),
    ("Name a criterion.", "Nombre un criterio."),
    ("No criterion uses the scale {shown}.", "Ningún criterio usa la escala {shown}."),
    ("Leave it out, or write scale: and its id.", "Quítela, o escriba scale: y su identificador."),
    ("'scales' must be a list.", "«scales» tiene que ser una lista."),
    ("Start each scale with a dash.", "Empiece cada escala con un guion."),
    ("A scale has no 'scale'.", "Una escala no tiene «scale»."),
    ("Write - scale: its_id first.", "Escriba primero - scale: su_id."),
    ("The scale '{name}' stands twice.", "La escala «{name}» aparece dos veces."),
    (
        "'{reader}' reads '{asked}', but not its answer '{name}'.",
        "«{reader}» lee «{asked}», pero no su respuesta «{name}».",
    ),
    (
        "Add {answer: {name}, gives: …} to its points.",
        "Agregue {answer: {name}, gives: …} a sus puntos.",
    ),
    (
        "'{reader}' reads '{asked}', which has no answer '{name}'.",
        "«{reader}» lee «{asked}», que no tiene la respuesta «{name}».",
    ),
    (
        "'{name}' names the critical violation '{other}', which is not in the list.",
        "«{name}» nombra la falta grave «{other}», que no está en la lista.",
    ),
    ("Add it to critical: at the top.", "Agréguela a critical: al principio."),
    (
        "Every answer to '{name}' gives {points}, so its weight says nothing.",
        "Toda respuesta a «{name}» da {points}, así que su peso no dice nada.",
    ),
    (
        "Let answers give different points, or leave the weight to the others.",
        "Haga que las respuestas den puntos distintos, o deje el peso a las demás.",
    ),
    (
        "No answer to '{name}' gives more than 0 points.",
        "Ninguna respuesta a «{name}» da más de 0 puntos.",
    ),
    ("Let the best one give some.", "Haga que la mejor dé algunos."),
    (
        "The threshold at {shown} changes nothing: both sides give the same points.",
        "El límite en {shown} no cambia nada: los dos lados dan los mismos puntos.",
    ),
    ("Join the two bands.", "Una los dos tramos."),
)
