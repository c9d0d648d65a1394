"""What a standard that can be used does not promise, and what to look at again."""

TOLD: tuple[tuple[str, str], ...] = (
    ("line {n}, {where}: '{word}': {says}", "línea {n}, {where}: «{word}»: {says}"),
    ("line {n}: {text}", "línea {n}: {text}"),
    (
        "'{name}' moves '{one}' and '{other}', and not surely the same way.",
        "«{name}» mueve «{one}» y «{other}», y no es seguro que en el mismo sentido.",
    ),
    (
        "it is worked out from scores, and a gap in them is read and not bounded.",
        "se calcula a partir de calificaciones, y lo que falta en ellas se lee y no se acota.",
    ),
    (
        "where nothing applies there is no level, though there may be one while it is open.",
        "donde nada aplica no hay nivel, aunque puede haberlo mientras no se sabe.",
    ),
    (
        "a level for those of whom little is known: {share} at most.",
        "un nivel para aquellos de los que se sabe poco: {share} como máximo.",
    ),
    ("more points for '{name}' may lose it.", "con más puntos en «{name}» se puede perder."),
    (
        "fewer points for '{name}' may lose it, and here fewer are better.",
        "con menos puntos en «{name}» se puede perder, y aquí menos es mejor.",
    ),
    ("nobody has decided what it keeps.", "nadie ha decidido qué cumple."),
    (
        "'{name}' decides how much a part counts, for better or worse.",
        "«{name}» decide cuánto cuenta una parte, para bien o para mal.",
    ),
    (
        "the points for its score fall somewhere while the score rises.",
        "los puntos por su calificación bajan en algún lugar mientras la calificación sube.",
    ),
    (
        "what it requires may turn out not to apply, and then it counts after all.",
        "lo que exige puede resultar que no aplica, y entonces sí cuenta.",
    ),
    (
        "held back it gets the fewest points, but when it does not apply it costs none.",
        "retenido recibe el mínimo de puntos, pero cuando no aplica no cuesta ninguno.",
    ),
    (
        "without what it requires it gets the fewest points, which are the best here.",
        "sin lo que exige recibe el mínimo de puntos, que aquí es lo mejor.",
    ),
    (
        "a rung counts only after those that stand before it.",
        "un escalón cuenta solo después de los que están antes.",
    ),
    (
        "times a number below 0, a better answer makes the product worse.",
        "multiplicada por un número menor que 0, una respuesta mejor empeora el producto.",
    ),
    (
        "a better answer may put one that weighs more out of what counts.",
        "una respuesta mejor puede sacar de lo que cuenta otra que pesa más.",
    ),
    (
        "'{name}' does something to its score, which leaving may change.",
        "«{name}» le hace algo a su calificación, y salir puede cambiarlo.",
    ),
    (
        "points for its score may stop short of the most, which leaving does not.",
        "los puntos por su calificación pueden no llegar al máximo, y al salir sí.",
    ),
    (
        "even the worst answer gives points, so leaving may score less than any answer.",
        (
            "hasta la peor respuesta da puntos, así que salir puede dar menos que cualquier "
            "respuesta."
        ),
    ),
    (
        "even the best answer takes points, so leaving may score more than any answer.",
        (
            "hasta la mejor respuesta resta puntos, así que salir puede dar más que cualquier "
            "respuesta."
        ),
    ),
    (
        "what is not known leaves the score, as if it did not apply.",
        "lo que no se sabe sale de la calificación, como si no aplicara.",
    ),
    (
        "a better answer without what must back it counts as unknown.",
        "una respuesta mejor sin lo que debe respaldarla cuenta como desconocida.",
    ),
    (
        "a number that has no logarithm gives nothing at all.",
        "un número que no tiene logaritmo no da nada.",
    ),
    (
        "its points have no end, so no range holds them.",
        "sus puntos no tienen fin, así que ningún rango los contiene.",
    ),
    (
        "a better '{name}' may bring a question in that costs points.",
        "un mejor «{name}» puede hacer entrar una pregunta que cuesta puntos.",
    ),
    (
        "while '{name}' is not known, all of it counts.",
        "mientras no se sabe «{name}», todo cuenta.",
    ),
    (
        "beside it in '{name}' others reach other points.",
        "a su lado, en «{name}», otros alcanzan otros puntos.",
    ),
    (
        "a part that nobody named is in no range.",
        "una parte que nadie nombró no está en ningún rango.",
    ),
    (
        "what it combines may leave with the group around it.",
        "lo que combina puede salir junto con el grupo que lo rodea.",
    ),
    ("what leaves lets something else count.", "lo que sale deja que cuente otra cosa."),
    ("The file has no tests.", "El archivo no tiene pruebas."),
    (
        "Add tests: a standard needs some before it can be published.",
        "Agregue tests: una norma necesita algunas antes de poder publicarse.",
    ),
    ("No test answers {names}.", "Ninguna prueba contesta {names}."),
    ("No test reaches {names}.", "Ninguna prueba llega a {names}."),
    ("{names} and {n} more", "{names} y {n} más"),
    ("Add a test that does.", "Agregue una prueba que lo haga."),
    ("Add one, with level: in gives:.", "Agregue una, con level: en gives:."),
    (
        "No line of the points of '{name}' has a source.",
        "Ninguna línea de los puntos de «{name}» tiene fuente.",
    ),
    (
        "{n} of {n2} lines of the points of '{name}' have no source.",
        "{n} de {n2} líneas de los puntos de «{name}» no tienen fuente.",
    ),
    (
        "Add source: who decided it and when, such as a vote of your members.",
        "Agregue source: quién lo decidió y cuándo, como un voto de sus miembros.",
    ),
    (
        "'{name}' has no rows yet, so nobody can be scored by it.",
        "«{name}» todavía no tiene filas, así que no se puede calificar a nadie con él.",
    ),
    ("Bring your own figures.", "Traiga sus propias cifras."),
    ("Words missing in {language}: {names}.", "Faltan palabras en {language}: {names}."),
    ("Add them below say:.", "Agréguelas debajo de say:."),
    (
        "The source names a law, but the basis is our own judgment.",
        "La fuente nombra una ley, pero la base es nuestro propio criterio.",
    ),
    (
        "Write basis: law if the law sets this number.",
        "Escriba basis: law si la ley fija este número.",
    ),
    (
        "'{second}' is spelt almost like '{first}' on line {line}.",
        "«{second}» se escribe casi como «{first}» en la línea {line}.",
    ),
    ("If they are one fact, write them the same way.", "Si son el mismo dato, escríbalos igual."),
    ("extends {name}", "amplía {name}"),
    ("drops {name}", "quita {name}"),
    ("adds {name} to {into}", "agrega {name} a {into}"),
    ("has its own {word}", "tiene su propio {word}"),
    ("{rest} (was {before})", "{rest} (antes {before})"),
    ("{name} gives {n}, not {expected}.", "{name} da {n}, no {expected}."),
    ("{name} gives {n} to {n2}, not {expected}.", "{name} da de {n} a {n2}, no {expected}."),
    (
        "{name} does not apply, so it gives nothing, not {expected}.",
        "{name} no aplica, así que no da nada, y no {expected}.",
    ),
    ("{n} to {n2}", "{n} a {n2}"),
    ("The level is {level}, not {other}.", "El nivel es {level}, no {other}."),
    (
        "{name} is left out of the scoring {scoring}.",
        "{name} queda fuera de la forma de calificar {scoring}.",
    ),
    ("The answer to {name}: {fault}", "La respuesta a {name}: {fault}"),
    (
        "Write 'na: ' and the reason if the question does not apply, or unknown.",
        "Escriba «na: » y el motivo si la pregunta no aplica, o unknown.",
    ),
    ("{shown} does not say whether it was found.", "{shown} no dice si se encontró."),
    ("This question cannot be 'not applicable'.", "Esta pregunta no puede ser «no aplica»."),
    ("Use unknown, declined or not_offered.", "Use unknown, declined o not_offered."),
    (
        "'na' needs a reason: write 'na: ' and why it does not apply.",
        "«na» necesita un motivo: escriba «na: » y por qué no aplica.",
    ),
    ("{shown} is not an answer.", "{shown} no es una respuesta."),
    ("Write the answer itself.", "Escriba la respuesta misma."),
    ("{shown} is not yes or no.", "{shown} no es yes ni no."),
    (
        "More than one answer gives {n} points: {names}.",
        "Más de una respuesta da {n} puntos: {names}.",
    ),
    ("Use the id.", "Use el identificador."),
    ("{shown} is not one of the answers.", "{shown} no es una de las respuestas."),
    (
        "'{text}' is not a number of boxes from 0 to {n}.",
        "«{text}» no es un número de casillas de 0 a {n}.",
    ),
    ("A box stands twice.", "Una casilla aparece dos veces."),
    ("Name each box once.", "Nombre cada casilla una sola vez."),
    ("{shown} is not a number of {unit}.", "{shown} no es un número de {unit}."),
    ("{shown} is not a box of this list.", "{shown} no es una casilla de esta lista."),
    ("{shown} does not say how often.", "{shown} no dice cuántas veces."),
    ("Write {name}*3 for three times.", "Escriba {name}*3 para tres veces."),
    ("Write one plain number, such as {example}.", "Escriba un solo número, como {example}."),
    ("'{text}' must be a whole number.", "«{text}» tiene que ser un número entero."),
    (
        "'{text}' must be a whole number of {unit}.",
        "«{text}» tiene que ser un número entero de {unit}.",
    ),
    (
        "'{text}' is below {n}, the least there can be.",
        "«{text}» es menor que {n}, lo mínimo que puede haber.",
    ),
    (
        "'{text}' is above {n}, the most there can be.",
        "«{text}» es mayor que {n}, lo máximo que puede haber.",
    ),
    (
        "'{text}' is below {n}, the least there can be of {unit}.",
        "«{text}» es menor que {n}, lo mínimo que puede haber de {unit}.",
    ),
    (
        "'{text}' is above {n}, the most there can be of {unit}.",
        "«{text}» es mayor que {n}, lo máximo que puede haber de {unit}.",
    ),
    ("Write {n}, without the sign.", "Escriba {n}, sin el signo."),
    ("Write {n}: a ratio of 1 is 100 percent.", "Escriba {n}: una razón de 1 es 100 por ciento."),
    (
        "Write a point for decimals and nothing for thousands: 7.25, 1000.",
        "Escriba un punto para los decimales y nada para los miles: 7.25, 1000.",
    ),
    (
        "The figure given is {n}, but its parts give {n2}.",
        "La cifra dada es {n}, pero sus partes dan {n2}.",
    ),
    (
        "The figure given is {n}, but its parts give {n2}, and other points.",
        "La cifra dada es {n}, pero sus partes dan {n2}, y otros puntos.",
    ),
    (
        "Correct one of them, or leave the figure empty.",
        "Corrija uno de ellos, o deje la cifra vacía.",
    ),
    ("Leave the figure empty.", "Deje la cifra vacía."),
    ("{file} has {n} faults:", "{file} tiene {n} errores:"),
    ("{file} has a fault:", "{file} tiene un error:"),
    ("… and {n} more.", "… y {n} más."),
)
