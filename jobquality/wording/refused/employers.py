"""What is refused of an employer, its names, its chain and a merger."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    ("What kind of business it is, is missing.", "Falta el tipo de negocio."),
    (
        "Choose a kind, or give its NAICS code of 2 to 6 digits.",
        "Elija un tipo o dé su código NAICS de 2 a 6 cifras.",
    ),
    ("{code} is not a NAICS code.", "{code} no es un código NAICS."),
    ("This is no NAICS code.", "Esto no es un código NAICS."),
    ("Write 2 to 6 digits, such as 722.", "Escriba de 2 a 6 cifras, como 722."),
    ("We do not know this place.", "No conocemos este lugar."),
    ("There is no such level.", "No existe ese nivel."),
    ("Levels are: {levels}.", "Los niveles son: {levels}."),
    ("Write 2 to 6 digits, such as 722511.", "Escriba de 2 a 6 cifras, como 722511."),
    (
        "Choose whether it is one business, a chain, or runs sites of a brand.",
        "Elija si es un solo negocio, una cadena o si opera locales de una marca.",
    ),
    ("The place is missing.", "Falta el lugar."),
    ("There is no such workplace.", "No existe ese lugar de trabajo."),
    (
        "An assessment names this workplace, so it stays.",
        "Una evaluación nombra este lugar de trabajo, así que queda.",
    ),
    (
        "Others have read an assessment that names this workplace, so it stays.",
        "Otras personas leyeron una evaluación que nombra este lugar, así que queda.",
    ),
    (
        "Write a state or a county: Travis County, TX.",
        "Escriba un estado o un condado: Travis County, TX.",
    ),
    ("We do not know the place {typed}. {hint}", "No conocemos el lugar {typed}. {hint}"),
    ("We do not know the place {typed}.", "No conocemos el lugar {typed}."),
    ("For {title} write {code}.", "Para {title} escriba {code}."),
    (
        "Write a state (Texas or TX), or a county with its state (Travis County, TX).",
        "Escriba un estado (Texas o TX) o un condado con su estado (Travis County, TX).",
    ),
    ("Did you mean {title}?", "¿Quiso decir {title}?"),
    (
        "One minimum wage is not enough here: {reason}.",
        "Aquí no basta un solo salario mínimo: {reason}.",
    ),
    (
        "in {title} it depends on the county; give the county (five digits) or {regions}",
        "en {title} depende del condado; dé el condado (cinco cifras) o {regions}",
    ),
    (
        "only a part of {title} lies in {regions}; give {again} or {within}",
        "solo una parte de {title} está en {regions}; dé {again} o {within}",
    ),
    (
        "A name needs at least one letter or digit.",
        "Un nombre necesita al menos una letra o cifra.",
    ),
    ("Write it as people know it.", "Escríbalo como lo conoce la gente."),
    (
        "A workplace needs a name with at least one letter or digit.",
        "Un lugar de trabajo necesita un nombre con al menos una letra o cifra.",
    ),
    ("The street is enough: Elm Street.", "Basta la calle: Elm Street."),
    (
        "This employer has a workplace of that name.",
        "Este empleador ya tiene un lugar de trabajo con ese nombre.",
    ),
    ("Add the street or the town.", "Agregue la calle o la ciudad."),
    (
        "There is an employer whose name looks the same: {name}.",
        "Ya hay un empleador cuyo nombre se ve igual: {name}.",
    ),
    (
        "Open that one; or tell yours apart: add the street or the town to its name.",
        "Abra ese o distinga el suyo: agregue al nombre la calle o la ciudad.",
    ),
    ("Is it one of these? {names}.", "¿Es uno de estos? {names}."),
    (
        "Open that one; or say below that yours is another employer.",
        "Abra ese o diga abajo que el suyo es otro empleador.",
    ),
    ("This is no address of a place.", "Esto no es la dirección de un lugar."),
    (
        "Write number, street and town: 500 Elm St, Austin, TX 78701.",
        "Escriba número, calle y ciudad: 500 Elm St, Austin, TX 78701.",
    ),
    ("The ZIP code has not 5 digits.", "El código postal no tiene 5 cifras."),
    ("Write it as 78701 or 78701-1234.", "Escríbalo así: 78701 o 78701-1234."),
    ("{name} has this number already.", "{name} ya tiene este número."),
    ("Open that employer.", "Abra ese empleador."),
    (
        "This is no chain or brand of your organization.",
        "Esto no es una cadena ni una marca de su organización.",
    ),
    (
        "{listed} workplaces are listed here, so there are at least that many.",
        "Aquí hay {listed} lugares de trabajo, así que son al menos esos.",
    ),
    ("Count them all.", "Cuéntelos todos."),
    ("On which day were the sites counted?", "¿Qué día se contaron los locales?"),
    ("Where does the number of sites come from?", "¿De dónde viene el número de locales?"),
    ("Name the page, the report or the list.", "Nombre la página, el informe o la lista."),
    (
        "Somebody has decided on this change already. Reload the page to see what came of it.",
        "Alguien ya decidió sobre este cambio. Vuelva a cargar la página para ver qué pasó.",
    ),
    ("The kind of name is missing.", "Falta el tipo de nombre."),
    ("The last day lies before the first.", "El último día es anterior al primero."),
    ("Change one of the two.", "Cambie uno de los dos."),
    (
        "You added this name, so another person has to confirm it.",
        "Usted agregó este nombre, así que otra persona tiene que confirmarlo.",
    ),
    (
        "Two people stand behind this name, so it stays with the employer.",
        "Dos personas respaldan este nombre, así que se queda con el empleador.",
    ),
    ("The employer has this name already.", "El empleador ya tiene este nombre."),
    ("Choose the second employer.", "Elija el segundo empleador."),
    (
        "Choose another employer: this is the same record.",
        "Elija otro empleador: este es el mismo registro.",
    ),
    ("Say how you know that they are one.", "Diga cómo sabe que son uno solo."),
    (
        "Somebody has decided on this already. Reload the page to see what came of it.",
        "Alguien ya decidió sobre esto. Vuelva a cargar la página para ver qué pasó.",
    ),
    (
        "You proposed this merger, so another person has to confirm it.",
        "Usted propuso esta unión, así que otra persona tiene que confirmarla.",
    ),
    (
        "Another merger of one of them waits for a second person.",
        "Otra unión de uno de ellos espera a una segunda persona.",
    ),
    (
        "A change of a name waits for a second person. Decide on it first.",
        "Un cambio de nombre espera a una segunda persona. Decida primero sobre él.",
    ),
    (
        "One is the brand of the other: a brand and who runs its sites are two.",
        "Uno es la marca del otro: una marca y quien opera sus locales son dos.",
    ),
    ("These records are not merged.", "Estos registros no están unidos."),
    (
        "A merger can be undone for 7 days, and these are over.",
        "Una unión se puede deshacer durante 7 días, y ya pasaron.",
    ),
    (
        "Something was published since the merger, so it cannot be undone any more.",
        "Algo se publicó después de la unión, así que ya no se puede deshacer.",
    ),
)
_LONG: tuple[Refusal, ...] = (
    Refusal(
        said="It is no county code; a ZIP code does not tell the county. Look the county up.",
        es="No es el código de un condado. Un código postal no dice cuál es el condado: búsquelo.",
    ),
    Refusal(
        said="Write us, a state (TX or 48), a county (five digits) or a city of our list.",
        es="Escriba us, un estado (TX o 48), un condado (cinco cifras) o una ciudad de "
        "nuestra lista.",
    ),
    Refusal(
        said="{typed} may be a county or a city, and we know the counties: {titles}. Choose one, "
        "or write it as in Travis County, TX.",
        es="{typed} puede ser un condado o una ciudad, y conocemos los condados: {titles}. "
        "Elija uno, o escríbalo como en Travis County, TX.",
    ),
    Refusal(
        said="{count} places are called {typed}: {titles}. Add the state, as in Travis County, "
        "TX; or write the code.",
        es="{count} lugares se llaman {typed}: {titles}. Agregue el estado, como en Travis "
        "County, TX, o escriba el código.",
    ),
    Refusal(
        said="You proposed this change, so another person has to confirm it: a new name can "
        "hide a record.",
        es="Usted propuso este cambio, así que otra persona tiene que confirmarlo: un nombre "
        "nuevo puede esconder un historial.",
    ),
    Refusal(
        said="Both have an open assessment by the same standard. Finish or give up one of them "
        "first.",
        es="Los dos tienen una evaluación abierta con la misma norma. Primero termine o "
        "abandone una.",
    ),
    Refusal(
        said="The record that goes away has an assessment under review or with the employer. "
        "Publish it or return it to its author first.",
        es="El registro que desaparece tiene una evaluación en revisión o con el empleador. "
        "Primero publíquela o devuélvala a quien la escribió.",
    ),
    Refusal(
        said="An assessment that was begun since covers sites of both, so it cannot be undone.",
        es="Una evaluación que se empezó después abarca locales de los dos, así que no se "
        "puede deshacer.",
    ),
    Refusal(
        said="Somebody else took this name at the same moment. Nothing was overwritten. Reload "
        "the page to see theirs, then try again.",
        es="Otra persona tomó este nombre en el mismo momento. No se perdió nada. Vuelva a "
        "cargar la página para verlo e intente de nuevo.",
    ),
    Refusal(
        said="Somebody else changed this after you opened it. Nothing was overwritten. Reload "
        "the page to see the change, then try again.",
        es="Otra persona cambió esto después de que usted lo abrió. No se perdió nada. "
        "Vuelva a cargar la página para ver el cambio e intente de nuevo.",
    ),
)
REFUSALS: tuple[Refusal, ...] = (*(Refusal(said=said, es=es) for said, es in _SHORT), *_LONG)
