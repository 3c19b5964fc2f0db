/// Words by which a text announces what a program prints.
extension ContentRules {
  static let outputPhrases: Phrases = [
    "^output", "output:", "the output", "this output", "following output", "example output",
    "sample output", "expected output", "similar output", "output is", "outputs", "you should see",
    "you will see", "you'll see", "you might see", "you may see", "we see", "we will see",
    "should look like", "will look like", "looks like this", "prints", "printed", "displays",
    "should get", "will get", "should return", "will return", "resulting in", "expected", "shows",
    "an error like", "saw an error", "see an error",
    // Spanish, Portuguese, French and German
    "la salida", "salida:", "salida esperada", "el resultado", "resultado esperado", "verás",
    "deberías ver", "mensaje de error",
    "siguiente mensaje", "un mensaje", "a saída", "saída:", "saída esperada",
    "o resultado", "você verá",
    "mensagem de erro", "seguinte mensagem", "seguinte saída", "la sortie", "sortie :",
    "le résultat", "vous verrez", "message d'erreur", "die ausgabe", "ausgabe:", "das ergebnis",
    "fehlermeldung",
  ]
  /// For a block that may be anything.
  static let vaguePhrases =
    outputPhrases + [
      "something like this", "something like that", "similar to this", "returns", "result",
      "results",
      "response", "error", "errors", "warning", "message", "log", "logs", "output similar",
      "will print", "would print", "print output", "complains", "fails", "failed", "you get",
      "we get", "you'll get", "get this",
    ]
}
