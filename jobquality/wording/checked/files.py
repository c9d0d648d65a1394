"""What the checker says of a file that is not well-formed, or of another kind."""

TOLD: tuple[tuple[str, str], ...] = (
    ("The file is larger than {size} kB.", "El archivo pesa más de {size} kB."),
    ("The file is empty.", "El archivo está vacío."),
    ("The file holds notes only.", "El archivo solo tiene notas."),
    (
        "The file does not start with a word and a colon.",
        "El archivo no empieza con una palabra y dos puntos.",
    ),
    (
        "Start with words and values, such as 'rubric: my_standard'.",
        "Empiece con palabras y valores, como «rubric: my_standard».",
    ),
    (
        "The file has more than {most} words and values.",
        "El archivo tiene más de {most} palabras y valores.",
    ),
    ("Make two standards of it.", "Haga dos normas de él."),
    (
        "Put long texts into a file of words beside it.",
        "Ponga los textos largos en un archivo de palabras a su lado.",
    ),
    (
        "Lists and words are nested more than {most} deep.",
        "Las listas y palabras están anidadas a más de {most} niveles.",
    ),
    ("Look for brackets too many.", "Busque corchetes o llaves de más."),
    ("A second document ('---') starts here.", "Aquí empieza un segundo documento («---»)."),
    ("Keep one in each file.", "Deje uno en cada archivo."),
    ("A YAML directive ('%…') is not allowed.", "No se permite una directiva de YAML («%…»)."),
    ("Leave it out.", "Quítelo."),
    ("Delete it.", "Bórrelo."),
    ("Keep one of them.", "Deje uno solo."),
    ("Keep one.", "Deje uno."),
    ("This line is not UTF-8 text.", "Esta línea no es texto en UTF-8."),
    ("Save the file as UTF-8.", "Guarde el archivo como UTF-8."),
    (
        "A line ends with a lone carriage return.",
        "Una línea termina con un retorno de carro suelto.",
    ),
    (
        "Save the file with ordinary line ends (LF).",
        "Guarde el archivo con finales de línea comunes (LF).",
    ),
    ("There is {sign} on this line.", "En esta línea hay {sign}."),
    ("There is {sign} in this text.", "En este texto hay {sign}."),
    ("{name} (U+{code})", "{name} (U+{code})"),
    ("a control character", "un carácter de control"),
    ("an invisible end of a line", "un final de línea invisible"),
    ("an invisible character", "un carácter invisible"),
    ("half of a broken character", "la mitad de un carácter roto"),
    ("a code that is no character", "un código que no es un carácter"),
    (
        "'{word}' stands twice; the first is on line {line}.",
        "«{word}» aparece dos veces; la primera está en la línea {line}.",
    ),
    (
        "A list or group stands where a word is expected.",
        "Hay una lista o un grupo donde se espera una palabra.",
    ),
    (
        "Put quotes around texts that start with [ or {.",
        "Ponga entre comillas los textos que empiezan con [ o {.",
    ),
    ("The merge key '<<' is not allowed.", "No se permite la clave «<<»."),
    ("Write the words out.", "Escriba las palabras completas."),
    (
        "The word before a colon has more than {most} letters.",
        "La palabra antes de los dos puntos tiene más de {most} letras.",
    ),
    (
        "Put quotes around a text that has a colon in it.",
        "Ponga entre comillas un texto que lleva dos puntos.",
    ),
    ("The alias '*{name}' is not allowed.", "No se permite el alias «*{name}»."),
    (
        "Write the text out, or put quotes around a text that starts with *.",
        "Escriba el texto completo, o ponga entre comillas un texto que empieza con *.",
    ),
    ("The anchor '&{name}' is not allowed.", "No se permite el ancla «&{name}»."),
    (
        "Leave it out, or put quotes around a text that starts with &.",
        "Quítela, o ponga entre comillas un texto que empieza con &.",
    ),
    ("The tag '{name}' is not allowed.", "No se permite la etiqueta «{name}»."),
    (
        "Leave it out, or put quotes around a text that starts with !.",
        "Quítela, o ponga entre comillas un texto que empieza con !.",
    ),
    (
        'Put straight quotes (") around the whole text.',
        'Ponga comillas rectas (") alrededor de todo el texto.',
    ),
    (
        'Put straight quotes (") around the whole text: "{whole}".',
        'Ponga comillas rectas (") alrededor de todo el texto: "{whole}".',
    ),
    (
        "Start it exactly below the lines it belongs with, two spaces for each step inwards.",
        (
            "Empiécela justo debajo de las líneas con las que va, con dos espacios por cada paso "
            "hacia adentro."
        ),
    ),
    (
        ("Look at this line and the one before it: spaces at the start, quotes, colons, brackets."),
        ("Mire esta línea y la anterior: espacios al principio, comillas, dos puntos, corchetes."),
    ),
    (
        "The bracket that opens here is not closed with '{bracket}'.",
        "El corchete o la llave que se abre aquí no se cierra con «{bracket}».",
    ),
    (
        "This line is indented too far, or the line before it has no colon after its word.",
        (
            "Esta línea está demasiado adentro, o a la línea anterior le faltan los dos puntos "
            "después de su palabra."
        ),
    ),
    (
        "This line does not line up with the list above it, or its dash is missing.",
        "Esta línea no está alineada con la lista de arriba, o le falta su guion.",
    ),
    ("A text may not start with '{sign}'.", "Un texto no puede empezar con «{sign}»."),
    ("A text may not start with '*' or '&'.", "Un texto no puede empezar con «*» ni con «&»."),
    ("A text may not start with '>' or '|'.", "Un texto no puede empezar con «>» ni con «|»."),
    ("A text may not start with '? '.", "Un texto no puede empezar con «? »."),
    ("A text may not start with '!'.", "Un texto no puede empezar con «!»."),
    ("A line may not start with '%'.", "Una línea no puede empezar con «%»."),
    (
        "A long text may run on over several lines, indented further.",
        "Un texto largo puede seguir en varias líneas, más adentro.",
    ),
    ("Inside it use the other kind, “ ” or « ».", "Adentro use las otras, “ ” o « »."),
    (
        "A backslash stands between double quotes.",
        'Hay una barra invertida entre estas comillas (").',
    ),
    ("Leave it out, or use single quotes.", "Quítela, o use comillas simples."),
    (
        "This line is not well-formed YAML ({problem}).",
        "Esta línea no es YAML bien formado ({problem}).",
    ),
    ("The file is not well-formed YAML.", "El archivo no es YAML bien formado."),
    (
        "A comma or the closing '{bracket}' is missing after '{tail}'.",
        "Falta una coma o el cierre «{bracket}» después de «{tail}».",
    ),
    (
        "Put quotes around a text that has a comma, a colon or a bracket in it.",
        "Ponga entre comillas un texto que lleva una coma, dos puntos o un corchete.",
    ),
    ("Add '{bracket}' where the entry ends.", "Agregue «{bracket}» donde termina la entrada."),
    (
        "Write 'word: value', each word exactly below the one above.",
        "Escriba «palabra: valor», cada palabra justo debajo de la de arriba.",
    ),
    ("The line goes on after a closing quote.", "La línea sigue después de cerrar las comillas."),
    (
        "This line does not line up with the lines above it.",
        "Esta línea no está alineada con las de arriba.",
    ),
    ("Start an entry with '- '.", "Empiece una entrada con «- »."),
    (
        "There is no colon and space after the word on this line.",
        "Después de la palabra de esta línea faltan los dos puntos y un espacio.",
    ),
    (
        "Write 'word: value', with a space after the colon.",
        "Escriba «palabra: valor», con un espacio después de los dos puntos.",
    ),
    (
        "The quote that opens on this line is not closed.",
        "Las comillas que se abren en esta línea no se cierran.",
    ),
    ("Close the text with the same quote.", "Cierre el texto con las mismas comillas."),
    (
        "A dash stands in the same line as the word of its list.",
        "Hay un guion en la misma línea que la palabra de su lista.",
    ),
    (
        "Put each '- ' on a line of its own, below the word.",
        "Ponga cada «- » en una línea propia, debajo de la palabra.",
    ),
    ("This line stands outside of the standard.", "Esta línea está fuera de la norma."),
    (
        "Delete lines such as '...' and '---', and what follows them.",
        "Borre líneas como «...» y «---», y lo que les sigue.",
    ),
    (
        "A value is missing here, or a comma or bracket stands where a value is expected.",
        "Aquí falta un valor, o hay una coma o un corchete donde se espera un valor.",
    ),
    ("A tab stands here.", "Aquí hay un tabulador."),
    ("Use two spaces for each step inwards.", "Use dos espacios por cada paso hacia adentro."),
    ("A second colon stands in this line.", "En esta línea hay otros dos puntos."),
    ("A closing '{sign}' too many.", "Sobra un cierre «{sign}»."),
    (
        "There is no space after the colon of '{word}'.",
        "Falta un espacio después de los dos puntos de «{word}».",
    ),
    (
        "Put a space after the colon: {shown}.",
        "Ponga un espacio después de los dos puntos: {shown}.",
    ),
    ("There is a comma in the number '{number}'.", "Hay una coma en el número «{number}»."),
    (
        "Write decimals with a point (7.25), and nothing between thousands (1000).",
        "Escriba los decimales con punto (7.25) y nada entre los miles (1000).",
    ),
    (
        "In braces the comma before '{word}' starts a new word.",
        "Entre llaves, la coma antes de «{word}» empieza otra palabra.",
    ),
    (
        "These are curly quotes; type straight ones.",
        "Son comillas curvas; escriba comillas rectas.",
    ),
    ('Straight ones look like this: "text".', 'Las rectas son así: "texto".'),
    ("This is {what}.", "Este es {what}."),
    ("This is {what}, {instead}.", "Este es {what}, {instead}."),
    ("a standard", "una norma"),
    ("a file of figures", "un archivo de cifras"),
    ("a file of words", "un archivo de palabras"),
    ("a bridge between two editions", "un puente entre dos ediciones"),
    ("a list of places", "una lista de lugares"),
    ("not a file of figures", "no un archivo de cifras"),
    ("not a file of words", "no un archivo de palabras"),
    ("not a bridge between two editions", "no un puente entre dos ediciones"),
    ("not a list of places", "no una lista de lugares"),
    ("Pass it with --parameters.", "Páselo con --parameters."),
    ("Pass it with --bridge.", "Páselo con --bridge."),
    (
        "Check its standard; the words beside it are read with it.",
        "Revise su norma; las palabras que están a su lado se leen con ella.",
    ),
    ("It is ours; check your standard instead.", "Es nuestra; revise su propia norma."),
    ("Name only figures with --parameters.", "Con --parameters nombre solo cifras."),
    (
        "Start a file of words with words: and the id.",
        "Empiece un archivo de palabras con words: y el identificador.",
    ),
    (
        "Start a bridge with bridge: and the id.",
        "Empiece un puente con bridge: y el identificador.",
    ),
    ("Start it with places:.", "Empiécela con places:."),
    ("This is a file of words for '{name}'.", "Este es un archivo de palabras para «{name}»."),
    (
        "Check {name}.yaml; the words beside it are read with it.",
        "Revise {name}.yaml; las palabras que están a su lado se leen con él.",
    ),
    ("Words are read from {names} only.", "Las palabras se leen solo de {names}."),
    ("Name it {name}.", "Llámelo {name}."),
    ("{name} is not read.", "{name} no se lee."),
    (
        "The file says 'language: {one}', its name says '{other}'.",
        "El archivo dice «language: {one}», su nombre dice «{other}».",
    ),
    ("Write language: {language}.", "Escriba language: {language}."),
    ("There are {more} more faults.", "Hay {more} errores más."),
)
