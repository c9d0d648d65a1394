"""What the checker says of topics, weights, ways to combine, levels and scorings."""

TOLD: tuple[tuple[str, str], ...] = (
    ("The standard has nothing to score.", "La norma no tiene nada que calificar."),
    ("{what} has nothing to score.", "No hay nada que calificar en esto: {what}."),
    (
        "Add criteria: with at least one criterion that has points.",
        "Agregue criteria: con al menos un criterio que tenga puntos.",
    ),
    ("criteria at the top", "criterios al principio"),
    ("dimensions in a dimension", "temas dentro de un tema"),
    ("criteria in a criterion", "criterios dentro de un criterio"),
    (
        "'{name}' has no weight, but others beside it have one.",
        "«{name}» no tiene peso, pero otros a su lado sí.",
    ),
    ("Give it one.", "Dele uno."),
    (
        "The weights here add up to {total}, not 100: {parts}.",
        "Los pesos de aquí suman {total}, no 100: {parts}.",
    ),
    ("Change them, or leave all of them out.", "Cámbielos, o quítelos todos."),
    ("A weight must be above 0.", "Un peso tiene que ser mayor que 0."),
    ("Leave out what does not count.", "Quite lo que no cuenta."),
    (
        "'{name}' has a weight, but only a mean weighs.",
        "«{name}» tiene peso, pero solo un promedio pesa.",
    ),
    ("'rounding' does not say to how many digits.", "«rounding» no dice a cuántos decimales."),
    (
        "Add digits: and a whole number from 0 to {most}.",
        "Agregue digits: y un número entero de 0 a {most}.",
    ),
    (
        "'{word}' must be a whole number above 0.",
        "«{word}» tiene que ser un número entero mayor que 0.",
    ),
    ("Write {word}: 1.", "Escriba {word}: 1."),
    (
        "'complete_from' is a percent of the most points.",
        "«complete_from» es un porcentaje del máximo de puntos.",
    ),
    ("{shown} is not a kind of node.", "{shown} no es un tipo de nodo."),
    ("Write {example}.", "Escriba {example}."),
    ("'requires' does not say how much of '{name}'.", "«requires» no dice cuánto de «{name}»."),
    ("Write requires: {{name}: 2}.", "Escriba requires: {{name}: 2}."),
    ("'each' names no kind of part.", "«each» no nombra ningún tipo de parte."),
    ("Add part: site.", "Agregue part: site."),
    ("'take' names no number.", "«take» no nombra ningún número."),
    ("Write take: {highest: 8}.", "Escriba take: {highest: 8}."),
    ("{shown} is not a kind of part.", "{shown} no es un tipo de parte."),
    (
        "Write the first word of the part: site, level, ….",
        "Escriba la primera palabra de la parte: site, level, ….",
    ),
    ("'out_of' says nothing about a {how}.", "«out_of» no dice nada sobre esto: {how}."),
    ("'out_of' must be above 0.", "«out_of» tiene que ser mayor que 0."),
    ("Leave it out for a scale of 100.", "Quítelo para una escala de 100."),
    ("'enough' names no number.", "«enough» no nombra ningún número."),
    ("Write enough: {answered: 60}.", "Escriba enough: {answered: 60}."),
    ("'answered' is a percent.", "«answered» es un porcentaje."),
    (
        "'{name}' has no most points, so no share can be taken of it.",
        "«{name}» no tiene un máximo de puntos, así que no se puede tomar una parte de él.",
    ),
    (
        "Give every range in it an upper end ('under'), or write combine: sum above it.",
        "Dé a cada rango un final («under»), o escriba combine: sum más arriba.",
    ),
    (
        "'{name}' can give points below 0, but only a sum can take points away.",
        "«{name}» puede dar menos de 0 puntos, pero solo una suma puede restar puntos.",
    ),
    (
        "Start at 0, or write combine: sum above it.",
        "Empiece en 0, o escriba combine: sum más arriba.",
    ),
    (
        "The scoring '{name}' leaves nothing to score.",
        "La forma de calificar «{name}» no deja nada que calificar.",
    ),
    ("Let at least one weight be above 0.", "Haga que al menos un peso sea mayor que 0."),
    ("No answer to '{name}' gives any points.", "Ninguna respuesta a «{name}» da puntos."),
    ("Let the best answer give more than 0.", "Haga que la mejor respuesta dé más de 0."),
    (
        "The scoring '{name}' weighs '{node}', which is not scored.",
        "La forma de calificar «{name}» da peso a «{node}», que no se califica.",
    ),
    (
        "The scoring '{name}' weighs '{node}', but only a mean weighs.",
        "La forma de calificar «{name}» da peso a «{node}», pero solo un promedio pesa.",
    ),
    ("Name a dimension, or a criterion with points.", "Nombre un tema, o un criterio con puntos."),
    (
        "Leave it out, or write 0 so that it does not count.",
        "Quítelo, o escriba 0 para que no cuente.",
    ),
    (
        "'{name}' is made over '{over}', but there is no {what} below it.",
        "«{name}» se forma con «{over}», pero debajo no hay esto: {what}.",
    ),
    ("node with kind: {over}", "nodo con kind: {over}"),
    (
        "Add kind: {over} to what it is made of.",
        "Agregue kind: {over} a aquello de lo que se forma.",
    ),
    (
        "'{name}' weighs its parts by '{by}', which is nowhere asked as a number.",
        "«{name}» pesa sus partes por «{by}», que no se pregunta en ningún lugar como número.",
    ),
    (
        "Ask for it as a criterion without points, and answer it for each part.",
        "Pregúntelo como criterio sin puntos, y contéstelo para cada parte.",
    ),
    (
        "'{name}' requires '{other}', which is not scored.",
        "«{name}» exige «{other}», que no se califica.",
    ),
    (
        "'{name}' is worked out from '{other}', which has no points.",
        "«{name}» se calcula a partir de «{other}», que no tiene puntos.",
    ),
    ("Name a figure, or what has points.", "Nombre una cifra, o algo que tenga puntos."),
    (
        "The score of '{name}' rests on itself: {names}.",
        "La calificación de «{name}» se apoya en sí misma: {names}.",
    ),
    ("Leave one of these links out.", "Quite uno de estos enlaces."),
    ("'{name}' can never count: {why}.", "«{name}» nunca puede contar: {why}."),
    ("'{name}' has no such answer", "«{name}» no tiene esa respuesta"),
    (
        "'{name}' is never {start}, but {most} at most",
        "«{name}» nunca es {start}, sino {most} como máximo",
    ),
    ("'{name}' is never under {end}", "«{name}» nunca es menor que {end}"),
    ("Change the condition.", "Cambie la condición."),
    (
        "'{name}' asks for total {floor}, but whoever has {each} has that already.",
        "«{name}» pide un total de {floor}, pero quien tiene {each} ya lo tiene.",
    ),
    ("each dimension {number}", "{number} en cada tema"),
    ("Ask for a higher total.", "Pida un total más alto."),
    (
        "Nobody stays at '{lower}': whoever reaches it reaches '{higher}' too.",
        "Nadie se queda en «{lower}»: quien llega a él llega también a «{higher}».",
    ),
    (
        "Ask for more at '{higher}', or leave '{lower}' out.",
        "Pida más en «{higher}», o quite «{lower}».",
    ),
    (
        ("Nobody reaches '{name}': with what it allows at most, the total is {most}, not {floor}."),
        "Nadie llega a «{name}»: con lo máximo que permite, el total es {most}, no {floor}.",
    ),
    ("Ask for less, or allow more.", "Pida menos, o permita más."),
    ("'{name}' asks for {floor}, which everybody has.", "«{name}» pide {floor}, que todos tienen."),
    ("Ask for more, or leave it out.", "Pida más, o quítelo."),
    (
        "'allows: {name}' is not a level with conditions.",
        "«allows: {name}» no es un nivel con condiciones.",
    ),
    ("Name a level that has 'from'.", "Nombre un nivel que tenga «from»."),
    (
        "The level '{name}' names '{other}', which is not scored.",
        "El nivel «{name}» nombra «{other}», que no se califica.",
    ),
    (
        "Name what has points, a share, or a critical violation.",
        "Nombre algo con puntos, una proporción o una falta grave.",
    ),
    (
        "Name total, each_dimension, coverage, confirmed, answered, or what has points.",
        "Nombre total, each_dimension, coverage, confirmed, answered, o algo con puntos.",
    ),
    (
        "The level '{name}' asks for {floor}, but that is a percent.",
        "El nivel «{name}» pide {floor}, pero eso es un porcentaje.",
    ),
    (
        "The level '{name}' asks for {floor}, but {most} is the most there is.",
        "El nivel «{name}» pide {floor}, pero lo máximo que hay es {most}.",
    ),
    ("Ask for less, or look at the points.", "Pida menos, o revise los puntos."),
    (
        "The level '{name}' comes after '{other}', which is not below it.",
        "El nivel «{name}» viene después de «{other}», que no está debajo de él.",
    ),
    (
        "Name a level with conditions further down the list.",
        "Nombre un nivel con condiciones que esté más abajo en la lista.",
    ),
    ("coverage of {name}", "cobertura de {name}"),
    ("confirmed of {name}", "lo confirmado de {name}"),
    ("answered of {name}", "lo contestado de {name}"),
    (
        "'{lower}' asks for more ({floor}) than '{higher}' above it ({other}).",
        "«{lower}» pide más ({floor}) que «{higher}», que está arriba ({other}).",
    ),
    ("List the highest level first.", "Ponga primero el nivel más alto."),
    (
        "The level '{name}' passes over '{other}', which is no dimension.",
        "El nivel «{name}» pasa por alto «{other}», que no es un tema.",
    ),
    (
        "The level '{name}' exempts from '{other}', which no level asks for.",
        "El nivel «{name}» exime de «{other}», que ningún nivel pide.",
    ),
    (
        "No {floor} fits both 'from' and 'at_most' of the level '{name}'.",
        "Ningún valor de {floor} cumple a la vez «from» y «at_most» del nivel «{name}».",
    ),
    ("Leave one of them out.", "Quite uno de ellos."),
    (
        "'{name}' is declared, so it has no conditions.",
        "«{name}» se declara, así que no tiene condiciones.",
    ),
    ("Leave 'from' or 'answer' out.", "Quite «from» o «answer»."),
    (
        "Only a declared level can go before the score.",
        "Solo un nivel declarado puede ir antes de la calificación.",
    ),
    ("Add answer: yes_no.", "Agregue answer: yes_no."),
    (
        "Only a declared level can exempt from something.",
        "Solo un nivel declarado puede eximir de algo.",
    ),
    ("Add answer: date or answer: yes_no.", "Agregue answer: date o answer: yes_no."),
    ("'any' has one group of conditions only.", "«any» tiene un solo grupo de condiciones."),
    ("Write it as from:, or add another group.", "Escríbalo como from:, o agregue otro grupo."),
    ("'except' belongs to {name}.", "«except» es de {name}."),
    ("{shown} of a level is not a time.", "{shown} de un nivel no es un tiempo."),
    ("Write it as gives: 12 months.", "Escríbalo así: gives: 12 months."),
    ("'{name}' asks for nothing.", "«{name}» no pide nada."),
    ("Write score: and a number.", "Escriba score: y un número."),
    ("'{name}' would not be asked any more.", "«{name}» ya no se preguntaría."),
    ("'{name}' would ask for another answer.", "«{name}» pediría otra respuesta."),
    ("Write counts: no, or weight: 0.", "Escriba counts: no, o weight: 0."),
    ("The scoring '{name}' is there already.", "La forma de calificar «{name}» ya existe."),
    (
        "The scorings change more than we can read.",
        "Las formas de calificar cambian más de lo que podemos leer.",
    ),
    (
        "Write fewer scorings, or put some in another file.",
        "Escriba menos, o ponga algunas en otro archivo.",
    ),
    ("The weight of '{name}' is below 0.", "El peso de «{name}» es menor que 0."),
    ("Write 0 to leave it out.", "Escriba 0 para quitarlo."),
    (
        "'change' names '{name}', which is no node of this file.",
        "«change» nombra «{name}», que no es un nodo de este archivo.",
    ),
    (
        "Name total, dimensions, criteria, a kind, or the id of a node.",
        "Nombre total, dimensions, criteria, un tipo, o el identificador de un nodo.",
    ),
    ("A scoring cannot change '{word}'.", "Una forma de calificar no puede cambiar «{word}»."),
    (
        "Leave it out: it holds for every scoring.",
        "Quítelo: vale para todas las formas de calificar.",
    ),
    (
        "A scoring reads the same answers: change 'gives'.",
        "Una forma de calificar lee las mismas respuestas: cambie «gives».",
    ),
    ("In the scoring '{name}': {fault}", "En la forma de calificar «{name}»: {fault}"),
    (
        "The test names the scoring {shown}, which is not in the file.",
        "La prueba nombra la forma de calificar {shown}, que no está en el archivo.",
    ),
    (
        "The test expects the level {shown}, which is not in the file.",
        "La prueba espera el nivel {shown}, que no está en el archivo.",
    ),
    ("{shown} in a test is not a date.", "{shown} en una prueba no es una fecha."),
    (
        "The test answers '{name}', which is not asked.",
        "La prueba contesta «{name}», que no se pregunta.",
    ),
    (
        "Use the id of a question, or profile. and the name of a fact.",
        "Use el identificador de una pregunta, o profile. y el nombre de un dato.",
    ),
    (
        "The test expects '{name}', which is not scored.",
        "La prueba espera «{name}», que no se califica.",
    ),
    (
        "Use total, level, or the id of what has points.",
        "Use total, level, o el identificador de algo con puntos.",
    ),
    ("'{name}' in a test is a list or group.", "«{name}» en una prueba es una lista o un grupo."),
    ("Write one text or number.", "Escriba un solo texto o número."),
    (
        "What '{name}' gives in a test must be a number, or [low, high].",
        "Lo que «{name}» da en una prueba tiene que ser un número, o [mínimo, máximo].",
    ),
    (
        "Write one number, or [low, high], low first.",
        "Escriba un número, o [mínimo, máximo], primero el mínimo.",
    ),
    ("The test does not say what it gives.", "La prueba no dice qué da."),
    ("Add gives: {total: …, level: …}.", "Agregue gives: {total: …, level: …}."),
)
