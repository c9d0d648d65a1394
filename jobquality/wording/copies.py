"""Words of copies that may leave the team."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "copies_title": Sentence(en="A copy for outside", es="Una copia para fuera"),
    "copies_lead": Sentence(
        en="Draw a box over every name, face, number and signature. The copy is a new picture: "
        "what lies under a box is gone from it.",
        es="Dibuje un cuadro sobre cada nombre, cara, número y firma. La copia es una imagen "
        "nueva: lo que queda bajo un cuadro ya no está en ella.",
    ),
    "copies_of_worker": Sentence(
        en="This is a worker’s paper. Cover all that tells who it is: also dates, hours and "
        "amounts that only one person has.",
        es="Es el papel de una persona. Tape todo lo que diga quién es: también fechas, horas y "
        "montos que solo una persona tiene.",
    ),
    "copies_now": Sentence(en="The copy", es="La copia"),
    "copies_none": Sentence(
        en="There is no copy yet, so nobody outside sees anything of this file.",
        es="Aún no hay copia, así que nadie de fuera ve nada de este archivo.",
    ),
    "copies_older": Sentence(
        en="The last copy was made from an older file, so it is not shown any more.",
        es="La última copia es de un archivo anterior, así que ya no se muestra.",
    ),
    "copies_drawn": Sentence(
        en="Copy {number}, drawn by {name}, {when}. Boxes: {boxes}.",
        es="Copia {number}, de {name}, {when}. Cuadros: {boxes}.",
    ),
    "copies_waits": Sentence(
        en="Nobody outside sees it before it is released.",
        es="Nadie de fuera la ve antes de que se publique.",
    ),
    "copies_out_employer": Sentence(
        en="The employer may see it. Released by {name}, {when}.",
        es="El empleador puede verla. La liberó {name}, {when}.",
    ),
    "copies_out_public": Sentence(
        en="Everyone may see it beside the published score. Released by {name}, {when}.",
        es="Todos pueden verla junto a la calificación publicada. La liberó {name}, {when}.",
    ),
    "copies_out_team": Sentence(
        en="It was released by {name}, {when}, and is now for the team only.",
        es="La liberó {name}, {when}, y ahora es solo para el equipo.",
    ),
    "copies_back": Sentence(
        en="Taken back by {name}, {when}. Nobody outside sees it.",
        es="La retiró {name}, {when}. Nadie de fuera la ve.",
    ),
    "copies_page_of_copy": Sentence(en="Copy, page {number}", es="Copia, página {number}"),
    "copies_page_of_original": Sentence(
        en="Original, page {number}", es="Original, página {number}"
    ),
    "copies_release_title": Sentence(en="Release the copy", es="Liberar la copia"),
    "copies_release_who": Sentence(en="Who may see it?", es="¿Quién puede verla?"),
    "copies_for_employer": Sentence(
        en="The employer, beside the draft", es="El empleador, junto al borrador"
    ),
    "copies_for_public": Sentence(
        en="Everyone, beside the published score; the employer too",
        es="Todos, junto a la calificación publicada; también el empleador",
    ),
    "copies_read": Sentence(
        en="I read every page of the copy. It tells nobody who a worker is.",
        es="Leí cada página de la copia. No dice quién es ninguna persona trabajadora.",
    ),
    "copies_release": Sentence(en="Release", es="Liberar"),
    "copies_other": Sentence(
        en="You added this file, so another reviewer has to release its copy.",
        es="Usted agregó este archivo, así que otra persona tiene que liberar la copia.",
    ),
    "copies_take_back": Sentence(en="Take the copy back", es="Retirar la copia"),
    "copies_draw_title": Sentence(en="Draw boxes", es="Dibujar cuadros"),
    "copies_draw_how": Sentence(
        en="Write where each box lies, in percent of the page. Left and top are counted from the "
        "upper left corner.",
        es="Escriba dónde está cada cuadro, en por ciento de la página. Izquierda y arriba se "
        "cuentan desde la esquina de arriba a la izquierda.",
    ),
    "copies_draw_hand": Sentence(
        en="Draw on the page with the mouse, or write numbers below it. On a phone, turn drawing "
        "on first.",
        es="Dibuje en la página con el ratón o escriba números debajo. En el teléfono, active "
        "antes el dibujo.",
    ),
    "copies_draw_on": Sentence(en="Draw with a finger", es="Dibujar con el dedo"),
    "copies_boxes": Sentence(en="Boxes", es="Cuadros"),
    "copies_box": Sentence(en="Box {number}", es="Cuadro {number}"),
    "copies_page": Sentence(en="Page", es="Página"),
    "copies_left": Sentence(en="Left %", es="Izquierda %"),
    "copies_top": Sentence(en="Top %", es="Arriba %"),
    "copies_width": Sentence(en="Width %", es="Ancho %"),
    "copies_height": Sentence(en="Height %", es="Alto %"),
    "copies_remove": Sentence(en="Remove", es="Quitar"),
    "copies_make": Sentence(en="Make the copy", es="Hacer la copia"),
    "copies_make_hint": Sentence(
        en="You see the copy before anyone outside does.",
        es="Usted ve la copia antes que nadie de fuera.",
    ),
    "copies_too_long": Sentence(
        en="This file has {pages} pages. A copy has {most} at most. Ask the author for a file "
        "with only the pages that matter.",
        es="Este archivo tiene {pages} páginas. Una copia tiene {most} como máximo. Pida a quien "
        "lo agregó un archivo solo con las páginas que importan.",
    ),
    "copies_trouble": Sentence(
        en="This file cannot be shown as a picture here. Ask the author for a photo, or for a "
        "smaller PDF.",
        es="Este archivo no se puede mostrar aquí como imagen. Pida a quien lo agregó una foto o "
        "un PDF más pequeño.",
    ),
    "copies_before": Sentence(en="Earlier copies", es="Copias anteriores"),
    "copies_not_you": Sentence(
        en="A reviewer draws the boxes and releases the copy.",
        es="Quien revisa dibuja los cuadros y libera la copia.",
    ),
    "copies_link": Sentence(
        en="Copy of “{title}” with names covered", es="Copia de «{title}» con nombres tapados"
    ),
    "copies_kind": Sentence(en="({kind}, {size} KB)", es="({kind}, {size} kB)"),
    "copies_rest": Sentence(en="Other copies you may see", es="Otras copias que puede ver"),
}
