"""What a review, a guest's stay and a copy refuse."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    ("This assessment is on hold already.", "Esta evaluación ya está en pausa."),
    ("This assessment is not on hold.", "Esta evaluación no está en pausa."),
    ("Nobody has approved this assessment yet.", "Nadie ha aprobado esta evaluación todavía."),
    (
        "The comment has {count} characters, {most} at most.",
        "El comentario tiene {count} letras; como máximo caben {most}.",
    ),
    (
        "You have not looked at everything. Nothing was approved.",
        "Usted no lo ha revisado todo. No se aprobó nada.",
    ),
    (
        "Look at the rest, or tick that you approve it so.",
        "Revise lo demás, o marque que la aprueba así.",
    ),
    ("There is no comment yet.", "Todavía no hay comentario."),
    (
        "Say what has to change, so that the author can change it.",
        "Diga qué tiene que cambiar, para que quien escribió pueda cambiarlo.",
    ),
    ("There is no reason.", "Falta el motivo."),
    ("Say why.", "Diga por qué."),
    ("Choose what to do.", "Elija qué hacer."),
    ("You have not confirmed the finding {name}.", "Usted no ha confirmado el hallazgo {name}."),
    (
        "Read its source, then tick that you did. Or return the assessment.",
        "Lea su fuente y marque que lo hizo. O devuelva la evaluación.",
    ),
    (
        "Say what you want to know, or what has to change.",
        "Diga qué quiere saber o qué tiene que cambiar.",
    ),
    ("Nothing was asked about this question.", "Nadie preguntó nada sobre esta respuesta."),
    ("This assessment is no draft any more.", "Esta evaluación ya no es un borrador."),
    ("Say what you did, or why nothing.", "Diga qué hizo o por qué nada."),
    ("There are no words yet.", "Todavía no hay palabras."),
    (
        "You asked about {criterion} and have no reply yet.",
        "Usted preguntó por {criterion} y todavía no hay respuesta.",
    ),
    (
        "Return the assessment with your question, or accept the answer.",
        "Devuelva la evaluación con su pregunta o acepte la respuesta.",
    ),
    ("A guest stays 1 to {longest} days.", "Una persona invitada se queda de 1 a {longest} días."),
    ("{usual} days are usual.", "Lo usual son {usual} días."),
    (
        "This assessment is over, so there is nothing to review.",
        "Esta evaluación terminó, así que no hay nada que revisar.",
    ),
    ("This link opens nothing any more.", "Este enlace ya no abre nada."),
    (
        "The history of the assessment names whoever reviewed it.",
        "El historial de la evaluación nombra a quien la revisó.",
    ),
    (
        "There are {boxes} boxes; {most} are the most.",
        "Hay {boxes} recuadros; {most} son el máximo.",
    ),
    (
        "Box {number} lies on page {page}, and there are {pages}.",
        "El recuadro {number} está en la página {page}, y hay {pages}.",
    ),
    (
        "This copy is not out, so there is nothing to take back.",
        "Esta copia no ha salido, así que no hay nada que retirar.",
    ),
    (
        "This copy was released already. Draw a new one to change it.",
        "Esta copia ya se dio. Dibuje una nueva para cambiarla.",
    ),
    (
        "Somebody drew a newer copy. Look at that one.",
        "Alguien dibujó una copia más nueva. Mire esa.",
    ),
    (
        "Choose who may see the copy: the employer, or everyone.",
        "Elija quién puede ver la copia: el empleador o todos.",
    ),
    ("You have not said that you read every page.", "Usted no ha dicho que leyó cada página."),
    ("Look at each page of the copy, then tick it.", "Mire cada página de la copia y márquela."),
    (
        "This evidence is a link, so there is nothing to copy.",
        "Esta evidencia es un enlace, así que no hay nada que copiar.",
    ),
    (
        "This assessment was given up, so nothing of it leaves the team.",
        "Esta evaluación se abandonó, así que nada de ella sale del equipo.",
    ),
    ("Draw larger ones.", "Dibújelos más grandes."),
    ("Give one of the pages.", "Dé una de las páginas."),
    ("Give all five numbers.", "Dé los cinco números."),
    ("Box {number} is not whole.", "El recuadro {number} no está completo."),
    ("Box {number} does not lie on the page.", "El recuadro {number} no está en la página."),
    (
        "The file has {pages} pages. A copy has {most} at most.",
        "El archivo tiene {pages} páginas. Una copia tiene {most} como máximo.",
    ),
    (
        "Ask the author for a file with only the pages that matter.",
        "Pida un archivo que tenga solo las páginas que importan.",
    ),
    (
        "Other files are being drawn. Please try again in a few seconds.",
        "Se están dibujando otros archivos. Intente de nuevo en unos segundos.",
    ),
)
_LONG: tuple[Refusal, ...] = (
    Refusal(
        said="You wrote a part of this assessment, so another person has to review it. Nobody "
        "publishes alone.",
        es="Usted escribió una parte de esta evaluación, así que otra persona tiene que "
        "revisarla. Nadie publica a solas.",
    ),
    Refusal(
        said="This was sent back, submitted again or put on hold after you opened the page. "
        "Nothing was decided. Reload the page and read it again.",
        es="Esto se devolvió, se envió de nuevo o se puso en pausa después de que usted "
        "abrió la página. No se decidió nada. Vuelva a cargarla y léala otra vez.",
    ),
    Refusal(
        said="This assessment is on hold since {since}: {reason} A reviewer can lift the hold.",
        es="Esta evaluación está en pausa desde el {since}: {reason} Quien revisa puede "
        "quitar la pausa.",
    ),
    Refusal(
        said="This changed after it was approved: {changed}. Return it to the author; then let "
        "it be reviewed again.",
        es="Esto cambió después de aprobarse: {changed}. Devuélvala a quien la escribió y "
        "pida otra revisión.",
    ),
    Refusal(
        said="This changed after its author submitted it: {changed}. Nothing was approved. "
        "Return it, so that the author looks at it and submits it again.",
        es="Esto cambió después de enviarse a revisión: {changed}. No se aprobó nada. "
        "Devuélvala, para que quien la escribió la mire y la envíe de nuevo.",
    ),
    Refusal(
        said="This changed after you opened the page: {changed}. Nothing was approved. Reload "
        "the page and look at it again.",
        es="Esto cambió después de que usted abrió la página: {changed}. No se aprobó nada. "
        "Vuelva a cargarla y mírela otra vez.",
    ),
    Refusal(
        said="This answer changed after you opened the page. Reload the page and look again.",
        es="Esta respuesta cambió después de que usted abrió la página. Vuelva a cargarla y "
        "mire otra vez.",
    ),
    Refusal(
        said="You work for this organization, so you cannot be its guest. Ask an administrator "
        "for the role reviewer, or let somebody of another organization open the link.",
        es="Usted trabaja en esta organización, así que no puede ser su invitado. Pida a "
        "quien administra la función de revisión, o deje que alguien de otra organización "
        "abra el enlace.",
    ),
    Refusal(
        said="It is {state} now, so there is nothing to review. Reload the page to see where "
        "it stands.",
        es="Ya no está en revisión, así que no hay nada que revisar. Vuelva a cargar la "
        "página para ver en qué va.",
    ),
    Refusal(
        said="A newer file took the place of the one that you drew on. Nothing was kept. "
        "Reload the page and draw on the newer one.",
        es="Un archivo más nuevo tomó el lugar de aquel en que dibujó. No se guardó nada. "
        "Vuelva a cargar la página y dibuje en el nuevo.",
    ),
    Refusal(
        said="You added this evidence, so another person has to release its copy. Two people "
        "look at whatever leaves the team.",
        es="Usted agregó esta evidencia, así que otra persona tiene que dar su copia. Dos "
        "personas miran todo lo que sale del equipo.",
    ),
    Refusal(
        said="This is a worker's paper or picture, and nothing in the copy is covered. Draw a "
        "box over every name, number, face and signature first.",
        es="Es un papel o una foto de una persona trabajadora, y en la copia no hay nada "
        "tapado. Primero dibuje un recuadro sobre cada nombre, número, cara y firma.",
    ),
    Refusal(
        said="Give numbers from 0 to 100; left and width make 100 at most, and so do top and "
        "height.",
        es="Dé números de 0 a 100; izquierda y ancho suman 100 como máximo, y también arriba "
        "y alto.",
    ),
    Refusal(
        said="This file cannot be shown as a picture here: it is damaged or too large. Ask the "
        "author for a photo, or for a smaller PDF.",
        es="Este archivo no se puede mostrar como imagen: está dañado o es muy grande. Pida "
        "una foto o un PDF más pequeño.",
    ),
)
REFUSALS: tuple[Refusal, ...] = (*(Refusal(said=said, es=es) for said, es in _SHORT), *_LONG)
