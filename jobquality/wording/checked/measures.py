"""What the checker says of figures, their parts and their conditions."""

TOLD: tuple[tuple[str, str], ...] = (
    (
        "'{name}' is worked out from itself: {circle}.",
        "«{name}» se calcula a partir de sí mismo: {circle}.",
    ),
    ("Ask for one of them as a plain number.", "Pregunte uno de ellos como número simple."),
    (
        "'{question}' needs '{name}', which is nowhere asked as a number.",
        "«{question}» necesita «{name}», que no se pregunta en ningún lugar como número.",
    ),
    ("Ask for it as a criterion.", "Pregúntelo como criterio."),
    (
        "'{name}' is worked out from figures in more than {most} steps.",
        "«{name}» se calcula a partir de cifras en más de {most} pasos.",
    ),
    (
        "Only a number can be worked out from parts.",
        "Solo un número se puede calcular a partir de partes.",
    ),
    (
        "Give the criterion a unit as its answer, or leave 'of' out.",
        "Dé al criterio una unidad como respuesta, o quite «of».",
    ),
    (
        "The cap '{name}' is in {unit}, but the answer is in {other}.",
        "El tope «{name}» está en {unit}, pero la respuesta está en {other}.",
    ),
    ("Name a cap in the unit of the answer.", "Nombre un tope en la unidad de la respuesta."),
    (
        "Parts of different kinds cannot be added up or compared: {words}.",
        "No se pueden sumar ni comparar partes de distinto tipo: {words}.",
    ),
    (
        "Bring them to one unit first, as a figure of its own.",
        "Llévelas primero a una sola unidad, como cifra propia.",
    ),
    ("Only a plain number has a power here.", "Aquí solo un número simple tiene potencia."),
    (
        "Divide by something in the same unit first.",
        "Divida primero entre algo de la misma unidad.",
    ),
    (
        (
            "The units do not work out: 'of' and 'to' give {found}, but the answer is in {unit} "
            "({words})."
        ),
        (
            "Las unidades no cuadran: «of» y «to» dan {found}, pero la respuesta está en {unit} "
            "({words})."
        ),
    ),
    (
        "Look for a part that is missing, or in the wrong list.",
        "Busque una parte que falte, o que esté en la lista equivocada.",
    ),
    (
        "'under' beside 'of' names more than one part.",
        "«under» junto a «of» nombra más de una parte.",
    ),
    ("Keep the one that the figure is never more than.", "Deje la que la cifra nunca supera."),
    (
        "A figure is worked out from more than {most} parts.",
        "Una cifra se calcula a partir de más de {most} partes.",
    ),
    ("Ask for some of it as one number.", "Pregunte una parte de ello como un solo número."),
    (
        "Keep one, and make the other a figure of its own.",
        "Deje uno, y haga del otro una cifra propia.",
    ),
    ("'{how}' has no '{below}'.", "«{how}» no tiene «{below}»."),
    ("Write {how}: {of: …, {below}: …}.", "Escriba {how}: {of: …, {below}: …}."),
    ("A list stands inside a list of parts.", "Hay una lista dentro de una lista de partes."),
    ("Write one part below the other.", "Escriba una parte debajo de la otra."),
    (
        "The part {shown} is not a number, so nothing can be worked out from it.",
        "La parte {shown} no es un número, así que no se puede calcular nada con ella.",
    ),
    ("Give it a unit: answer: people, …", "Dele una unidad: answer: people, …"),
    (
        "{shown} is no figure, parameter or named number.",
        "{shown} no es una cifra, ni un parámetro, ni un número con nombre.",
    ),
    (
        "Ask for it here: {criterion: …, ask: …, answer: …}.",
        "Pregúntelo aquí: {criterion: …, ask: …, answer: …}.",
    ),
    (
        "This part asks for nothing and is no fixed number above 0.",
        "Esta parte no pregunta nada y no es un número fijo mayor que 0.",
    ),
    (
        "Write {criterion: …, ask: …, answer: …} or {answer: hours_per_week, gives: 30}.",
        "Escriba {criterion: …, ask: …, answer: …} o {answer: hours_per_week, gives: 30}.",
    ),
    ("A measure has no part in 'of'.", "Una medida no tiene ninguna parte en «of»."),
    ("Add the figure it starts from.", "Agregue la cifra de la que parte."),
    (
        "It is not clear which score of '{name}' it applies to.",
        "No está claro a qué calificación de «{name}» se aplica.",
    ),
    (
        "It is not clear which answer to '{name}' it applies to.",
        "No está claro a qué respuesta a «{name}» se aplica.",
    ),
    ("It is not clear which '{name}' it applies to.", "No está claro a cuál «{name}» se aplica."),
    (
        "'{name}' is not the name of a profile fact or a figure.",
        "«{name}» no es el nombre de un dato del perfil ni de una cifra.",
    ),
    ("Write {from: 50} or {under: 50}.", "Escriba {from: 50} o {under: 50}."),
    ("Write {from: 4} or {under: 50}.", "Escriba {from: 4} o {under: 50}."),
    ("the condition on '{name}'", "la condición sobre «{name}»"),
    ("The condition on '{name}'", "La condición sobre «{name}»"),
    ("The condition on '{name}' has no number.", "La condición sobre «{name}» no tiene número."),
    (
        "No number fits the condition on '{name}'.",
        "Ningún número cumple la condición sobre «{name}».",
    ),
    (
        "Write the id alone, such as tipped_workers.",
        "Escriba solo el identificador, como tipped_workers.",
    ),
    ("Write {from: 4}.", "Escriba {from: 4}."),
    ("Write yes, a word, or {from: 4}.", "Escriba yes, una palabra, o {from: 4}."),
    (
        "Write {{name}: yes} or {{name}: [one, other]}.",
        "Escriba {{name}: yes} o {{name}: [one, other]}.",
    ),
    ("'{name}' is not a figure of this file.", "«{name}» no es una cifra de este archivo."),
    ("Ask for it as a criterion without points.", "Pregúntelo como criterio sin puntos."),
    (
        "Leave it out, or name it in 'applies' of a criterion.",
        "Quítelo, o nómbrelo en «applies» de un criterio.",
    ),
    (
        "Line {line} looks at '{close}': write both the same way.",
        "La línea {line} mira «{close}»: escriba los dos igual.",
    ),
    (
        "The test gives '{name}', but nothing looks at it.",
        "La prueba da «{name}», pero nada lo mira.",
    ),
    (
        "Add by: minmax, zscore, rank, percentile or best.",
        "Agregue by: minmax, zscore, rank, percentile o best.",
    ),
    ("'cohort' does not say how to compare.", "«cohort» no dice cómo comparar."),
    ("'{word}' belongs to by: {names}.", "«{word}» es de by: {names}."),
    ("'{word}' belongs to combine: {names}.", "«{word}» es de combine: {names}."),
    (
        "'count' must be a whole number above 0.",
        "«count» tiene que ser un número entero mayor que 0.",
    ),
    ("Write count: 2.", "Escriba count: 2."),
    ("Write count: 3.", "Escriba count: 3."),
    (
        "'percent' must be above 0 and under 50.",
        "«percent» tiene que ser mayor que 0 y menor que 50.",
    ),
    ("Write percent: 2.5.", "Escriba percent: 2.5."),
    ("'winsorise' does not say how far.", "«winsorise» no dice hasta dónde."),
    ("Write {count: 2} or {percent: 2.5}.", "Escriba {count: 2} o {percent: 2.5}."),
    ("'percent' stands for itself.", "«percent» va solo."),
    ("Leave the other words out.", "Quite las otras palabras."),
    ("'sample' belongs to skewness and kurtosis.", "«sample» es de skewness y kurtosis."),
    ("'skewness' is how far it may be from 0.", "«skewness» dice cuánto puede alejarse de 0."),
    ("A deviation must be above 0.", "Una desviación tiene que ser mayor que 0."),
    ("Write the published one.", "Escriba la publicada."),
    ("Write better: lower where less is better.", "Escriba better: lower donde menos es mejor."),
    ("'to' must be above 'from'.", "«to» tiene que ser mayor que «from»."),
    ("'at_most' must be above 'at_least'.", "«at_most» tiene que ser mayor que «at_least»."),
    ("'equals: once' belongs to by: rank.", "«equals: once» es de by: rank."),
    ("Use none, half or all.", "Use none, half o all."),
    ("{shown} is not a fact of the profile.", "{shown} no es un dato del perfil."),
    ("Write within: region.", "Escriba within: region."),
    (
        "Where less is better, 'zero' would read what is not known as the best.",
        "Donde menos es mejor, «zero» leería lo que no se sabe como lo mejor.",
    ),
    ("Leave 'when' out.", "Quite «when»."),
    ("a plain number", "un número simple"),
)
