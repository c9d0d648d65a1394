"""Words of employers."""

from jobquality.wording.sentence import Sentence

_SECTORS = {
    "sector_722511": Sentence(
        en="Full-service restaurant", es="Restaurante con servicio a la mesa"
    ),
    "sector_722513": Sentence(
        en="Fast food or counter-service restaurant",
        es="Comida rápida o servicio en mostrador",
    ),
    "sector_722514": Sentence(en="Cafeteria or buffet", es="Cafetería de autoservicio o bufé"),
    "sector_722515": Sentence(en="Coffee, juice or snack bar", es="Cafés, jugos o bocadillos"),
    "sector_722410": Sentence(en="Bar or tavern", es="Bar o cantina"),
    "sector_722310": Sentence(
        en="Food service contractor", es="Comedores por contrato para otras empresas"
    ),
    "sector_722320": Sentence(en="Catering", es="Banquetes y servicio a domicilio para eventos"),
    "sector_445110": Sentence(en="Supermarket or grocery store", es="Supermercado o abarrotes"),
    "sector_445131": Sentence(en="Convenience store", es="Tienda de conveniencia"),
    "sector_445291": Sentence(en="Bakery shop", es="Tienda de pan y pasteles"),
    "sector_445320": Sentence(en="Beer, wine or liquor store", es="Licorería"),
    "sector_455110": Sentence(en="Department store", es="Tienda por departamentos"),
    "sector_455211": Sentence(
        en="Warehouse club or supercenter", es="Club de compras o hipermercado"
    ),
    "sector_455219": Sentence(
        en="Dollar store or other general store", es="Tienda de un dólar o de artículos varios"
    ),
    "sector_456110": Sentence(en="Pharmacy or drug store", es="Farmacia"),
    "sector_458110": Sentence(en="Clothing store", es="Tienda de ropa"),
    "sector_458210": Sentence(en="Shoe store", es="Zapatería"),
    "sector_444110": Sentence(en="Home center", es="Tienda grande para el hogar y la construcción"),
    "sector_444140": Sentence(en="Hardware store", es="Ferretería"),
    "sector_449110": Sentence(en="Furniture store", es="Mueblería"),
    "sector_449210": Sentence(
        en="Electronics or appliance store", es="Tienda de electrónica o electrodomésticos"
    ),
    "sector_459110": Sentence(en="Sporting goods store", es="Tienda de deportes"),
    "sector_459210": Sentence(en="Book store or newsstand", es="Librería o puesto de revistas"),
    "sector_459510": Sentence(en="Secondhand store", es="Tienda de segunda mano"),
    "sector_457110": Sentence(en="Gas station with a store", es="Gasolinera con tienda"),
}

WORDING: dict[str, Sentence] = {
    **_SECTORS,
    "employers_title": Sentence(en="Employers", es="Empleadores"),
    "employers_add": Sentence(en="Add an employer", es="Agregar un empleador"),
    "employers_add_first": Sentence(en="Add your first employer", es="Agregar su primer empleador"),
    "employers_search": Sentence(en="Search by name", es="Buscar por nombre"),
    "employers_find": Sentence(en="Search", es="Buscar"),
    "employers_none_found": Sentence(
        en="No employer here is called “{wanted}”.",
        es="Aquí ningún empleador se llama «{wanted}».",
    ),
    "employers_show_all": Sentence(en="Show all", es="Mostrar todos"),
    "employers_none": Sentence(
        en="There is no employer yet. Add the first one: its name, what it does, and where.",
        es="Todavía no hay ningún empleador. Agregue el primero: su nombre, qué hace y dónde.",
    ),
    "employers_none_ask": Sentence(
        en="An advocate of your organization can add one.",
        es="Una persona defensora de su organización puede agregar uno.",
    ),
    "employers_change_title": Sentence(en="Change {name}", es="Cambiar {name}"),
    "employers_change": Sentence(en="Change these facts", es="Cambiar estos datos"),
    "employers_name": Sentence(en="Name", es="Nombre"),
    "employers_name_hint": Sentence(
        en="As workers and customers know it.", es="Como lo conocen trabajadores y clientes."
    ),
    "employers_is_it": Sentence(en="Is it one of these?", es="¿Es uno de estos?"),
    "employers_is_another": Sentence(en="No, it is another employer", es="No, es otro empleador"),
    "employers_sector": Sentence(en="Kind of business", es="Tipo de negocio"),
    "employers_choose": Sentence(en="Please choose", es="Elija"),
    "employers_sectors_restaurants": Sentence(en="Food and drink", es="Comida y bebida"),
    "employers_sectors_retail": Sentence(en="Stores", es="Tiendas"),
    "employers_sector_other": Sentence(
        en="Another kind: I give its code", es="Otro tipo: escribo su código"
    ),
    "employers_sector_code": Sentence(en="NAICS code", es="Código NAICS (SCIAN)"),
    "employers_sector_code_hint": Sentence(
        en="Only for another kind: 2 to 6 digits.", es="Solo para otro tipo: de 2 a 6 cifras."
    ),
    "employers_place": Sentence(en="Place", es="Lugar"),
    "employers_place_hint": Sentence(
        en="A state or a county: Texas, TX, or Travis County, TX. "
        "It decides which minimum wage counts.",
        es="Un estado o un condado: Texas, TX o Travis County, TX. "
        "De él depende qué salario mínimo cuenta.",
    ),
    "employers_understood": Sentence(en="We read: {place}", es="Entendimos: {place}"),
    "employers_headcount": Sentence(en="Workers", es="Trabajadores"),
    "employers_headcount_hint": Sentence(
        en="How many people work there, about. Some laws start at a certain number.",
        es="Cuántas personas trabajan ahí, más o menos. Algunas leyes valen desde cierto número.",
    ),
    "employers_fact_tipped_workers": Sentence(
        en="Do some workers get tips?", es="¿Algunos trabajadores reciben propinas?"
    ),
    "employers_fact_tipped_workers_hint": Sentence(
        en="If so, questions about tips are asked.",
        es="Si es así, se hacen preguntas sobre propinas.",
    ),
    "employers_fact_fast_food_chain_60": Sentence(
        en="Is it part of a fast food chain with more than 60 places in the country?",
        es="¿Es parte de una cadena de comida rápida con más de 60 locales en el país?",
    ),
    "employers_fact_fast_food_chain_60_hint": Sentence(
        en="California has a minimum wage of its own for these.",
        es="California tiene un salario mínimo propio para estas cadenas.",
    ),
    "employers_say_it": Sentence(en="Answer", es="Responder"),
    "employers_not_known": Sentence(en="Not known yet", es="Aún no se sabe"),
    "employers_nothing": Sentence(en="nothing", es="nada"),
    "employers_legal_name": Sentence(en="Legal name", es="Razón social"),
    "employers_legal_name_hint": Sentence(
        en="As on pay stubs or the license.", es="Como en los talones de pago o la licencia."
    ),
    "employers_website": Sentence(en="Website", es="Sitio web"),
    "employers_website_hint": Sentence(
        en="Such as https://www.example.org", es="Por ejemplo https://www.example.org"
    ),
    "employers_conflict": Sentence(
        en="Somebody else changed this employer while you wrote.",
        es="Otra persona cambió este empleador mientras usted escribía.",
    ),
    "employers_conflict_why": Sentence(
        en="Nothing was overwritten. Your words are in the fields; what the other person saved "
        "stands below each. Decide field by field, then save.",
        es="No se sobrescribió nada. Lo que usted escribió está en los campos; lo que guardó la "
        "otra persona está debajo de cada uno. Decida campo por campo y guarde.",
    ),
    "employers_conflict_same": Sentence(
        en="What they saved is the same as what you wrote. There is nothing left to do.",
        es="Lo que guardó es igual a lo que usted escribió. No hay nada más que hacer.",
    ),
    "employers_saved_meanwhile": Sentence(
        en="Saved by the other person:", es="La otra persona guardó:"
    ),
    "employers_keep_mine": Sentence(
        en="Save what is in the fields", es="Guardar lo que está en los campos"
    ),
    "employers_assess": Sentence(en="Assess this employer", es="Evaluar a este empleador"),
    "employers_assessments": Sentence(en="Assessments", es="Evaluaciones"),
    "employers_no_assessments": Sentence(
        en="Nobody has assessed this employer yet.", es="Nadie ha evaluado aún a este empleador."
    ),
    "employers_workplaces": Sentence(en="Workplaces", es="Lugares de trabajo"),
    "employers_workplaces_why": Sentence(
        en="List them if an assessment covers only some of them, or if they lie in different "
        "counties. With one workplace you need none here.",
        es="Anótelos si una evaluación abarca solo algunos o si están en distintos condados. "
        "Si hay uno solo, no hace falta.",
    ),
    "employers_workplace_add": Sentence(en="Add a workplace", es="Agregar un lugar de trabajo"),
    "employers_workplace_name": Sentence(en="Name of the workplace", es="Nombre del lugar"),
    "employers_workplace_name_hint": Sentence(
        en="The street or the part of town is enough.", es="Basta la calle o el barrio."
    ),
    "employers_workplace_address": Sentence(en="Address", es="Dirección"),
    "employers_workplace_place_hint": Sentence(
        en="Only if it is not where the employer is.", es="Solo si no es el mismo del empleador."
    ),
    "employers_workplace_headcount": Sentence(en="Workers there", es="Trabajadores en ese lugar"),
    "employers_workplace_correct": Sentence(en="Correct", es="Corregir"),
    "employers_workplace_title": Sentence(en="Correct a workplace", es="Corregir un lugar"),
    "employers_workplace_fixed": Sentence(
        en="A reviewer, the employer or everybody has read an assessment that names this "
        "workplace, so it stays as it is. Add the right one as a new workplace.",
        es="Alguien que revisa, el empleador o todo el mundo leyó una evaluación que nombra este "
        "lugar, así que queda como está. Agregue el correcto como un lugar nuevo.",
    ),
    "employers_workplace_save": Sentence(en="Save", es="Guardar"),
    "employers_workplace_saved": Sentence(en="Saved meanwhile: {text}", es="Guardado ya: {text}"),
    "employers_workplace_remove": Sentence(
        en="Remove this workplace", es="Quitar este lugar de trabajo"
    ),
    "employers_workplace_remove_why": Sentence(
        en="No assessment names it, so it can be removed if it was listed by mistake.",
        es="Ninguna evaluación lo nombra; puede quitarlo si se anotó por error.",
    ),
    "employers_people": Sentence(en="{count} workers", es="{count} trabajadores"),
}
