"""First names, to know a person by. The list is far from whole: what it misses is shown to the writer, who decides."""

from typing import Final

FIRST_NAMES: Final = frozenset(
    """
    Aad Aart Abdel Abdelkader Abdullah Abeltje Achmed Ada Adam Adriaan Adriana Ahmed Aisha Albert Aleid Alex
    Alexander Ali Alice Alma Amber Amina Amir Amira Andrea André Angela Anil Anita Anja Anke Ann Anna Anne Anne-Marie
    Annelies Annelotte Annemarie Annemarijn Annemiek Annet Annie Anniek Annika Anouck Anouk Anouschka Ans Antje
    Antoinette Anton Arend Arie Arjan Arjen Arnold Aron Arthur Astrid Aukje Aylin Ayse Ayşe Aïcha Babette Barbara
    Barry Bart Bas Bastiaan Bauke Baukje Bea Ben Berend Bernadette Bernard Bernd Bert Bianca Bilal Birgit Björn Bob
    Boris Bouchra Bram Brigitte Britt Burak Carin Carla Carlo Carmen Carolien Caroline Cas Catharina Catrien Cees
    Chantal Charles Charlotte Chris Christa Christel Christiaan Christine Cindy Claire Clara Claudia Clemens Coen
    Conny Cor Cornelia Cornelis Corrie Cynthia Cécile Daan Dagmar Danielle Danique Daniël Danny David Debbie Debora
    Demi Dennis Dewi Diana Dick Dilara Dina Dineke Dirk Dirk-Jan Dolf Dorien Dorothea Douwe Duco Désirée Ebru Eddy
    Edgar Edith Edwin Eelco Eelke Egbert Elif Eline Elisabeth Elise Elke Ella Ellen Elly Els Elsbeth Emiel Emine Emma
    Emre Eric Erica Erik Ernst Erwin Esmee Esther Eva Evelien Evelyn Everdina Evert Evi Ewout Ezra Faisal Farid
    Farida Fatima Fatma Fay Feike Femke Fenna Ferdinand Ferry Fien Finn Fiona Fleur Flip Floor Floris Fokke Fons
    Francien Francis Frank Franka Frans Fred Frederik Frederique Freek Friso Frits Froukje Gabriël Geert Geertje
    Geertruida Geke George Gerard Gerben Gerda Gerhard Gerjan Gerlof Gerrie Gerrit Gerritje Gert Gertjan Ghislaine
    Gijs Gina Giovanni Godelieve Greet Greetje Greta Guido Guus Gwen Gülay Hagar Hakan Halima Hamid Hamza Hanna
    Hannah Hanneke Hannie Hans Harm Harold Harrie Harry Hasna Hassan Hatice Heidi Hein Heleen Helen Helena Hendrik
    Hendrika Henk Henny Henri Henriette Henrike Henriëtte Herman Hester Hetty Hidde Hielke Hilde Hubert Hugo Huib
    Huub Hylke IJsbrand Ibrahim Ids Ietje Ilse Imane Ineke Inez Inge Ingrid Irene Iris Irma Isa Isabel Isabelle
    Ismail Ivo Jaap Jacco Jack Jacob Jacoba Jacobien Jacqueline Jacques Jade Jamal Jan Jan-Peter Jan-Willem Janine
    Janna Janneke Jannes Jannetje Jannie Jantine Jasmijn Jasmine Jasper Jawad Jean Jean-Paul Jeannette Jelle Jelmer
    Jelte Jenny Jens Jeremy Jeroen Jesse Jessica Jet Jetske Jette Jip Jitske Joan Joanna Job Jochem Joep Johan
    Johanna Johannes John Joke Jolanda Jonas Jonathan Joop Joost Jordi Jordy Joris Jorn Jorrit Jos Josephine Josien
    Josje José Judith Jules Julia Julie Jurgen Jurre Justin Kaat Karel Karen Karim Karima Karin Karlijn Katinka Katja
    Kayleigh Kees Kemal Kenan Kevin Khadija Kim Kirsten Klaas Klaske Klaus Koen Koos Krijn Krista Kristel Laila
    Lammert Lara Lars Latifa Laura Lauri Lea Leen Leendert Lena Lennart Leo Leonard Leonie Leontien Levi Lex Leyla
    Lia Liam Lianne Lidwien Lieke Lies Liesbeth Lieve Lili Lilian Linda Linde Lisa Lisanne Lisette Lizzy Lodewijk
    Loes Lonneke Lotte Loubna Louis Louise Luc Luca Lucas Lucie Luka Luuk Lydia Lynn Maaike Maarten Maarten-Jan
    Maartje Machteld Madelon Maik Malika Malou Manon Manuela Mara Marc Marcel Marcella Marco Mareike Margje Margo
    Margot Margreet Margriet Maria Mariam Marian Marianne Marie Marie-Louise Marieke Marije Marijke Marijn Marika
    Marina Mario Marion Marit Mariëlle Mariëtte Marja Marjan Marjolein Mark Marleen Marlene Marlies Marloes Marlon
    Marnix Marte Marten Martha Martijn Martin Martine Mathijs Mathilde Mats Matthijs Maud Maurice Max Mees Mehmet
    Meike Melanie Melissa Menke Menno Merel Merijn Mia Michael Michel Michelle Michiel Mieke Mike Mila Milan Milou
    Minke Mira Miriam Mirjam Mischa Mohamed Mohammed Mona Monica Monique Morris Mounir Murat Mustafa Myra Myrthe
    Nadia Naima Najat Nanda Naomi Natasja Nathalie Neeltje Nel Nelleke Nellie Nick Nicole Niek Niels Nienke Nina Noa
    Noah Noor Noortje Nora Nouri Nynke Odette Oene Okke Olaf Olga Olivier Omar Omer Onno Osman Otto Pascal Patricia
    Patrick Paul Paula Paulien Pauline Peggy Pepijn Peter Petra Pia Pien Piet Pieter Pieter-Jan Pim Priscilla Puck
    Quincy Quinten Rachid Radboud Radjesh Rafael Ralph Ramon Rana Rania Reinier Reinout Remco Renate Rens Renske René
    Reza Ria Rianne Richard Rick Rien Rik Rinske Rishi Rita Rob Rob-Jan Robbert Robert Robin Rochelle Roel Roeland
    Roelien Roelof Rogier Roland Romy Ronald Ronnie Rosa Rosalie Rosanne Rowan Roy Rozemarijn Ruben Rudi Rudolf
    Rutger Rutger-Jan Ruth Ruud Ryan Saar Said Salima Salma Sam Samantha Samir Samira Sanae Sander Sandra Sanne Sara
    Sarah Saskia Saïd Saïda Sebastiaan Selim Selin Selma Sem Serge Sharda Sharon Shirley Siebe Sietske Sifra Silvia
    Simon Simone Sipke Siska Sjaak Sjaan Sjoerd Sjors Sofie Sophie Soraya Souad Stef Stefan Stella Stephan Steven
    Stijn Sunita Susan Susanne Suzan Suzanne Sven Sylvia Sytske Tamara Tanja Tarik Tariq Tess Tessa Teun Teuntje Thea
    Theo Thera Thijs Thomas Tijmen Tilly Tim Timo Tineke Tjalling Tjeerd Tjitske Tobias Tom Ton Tonny Toon Tristan
    Trudy Truus Ursula Valerie Vanessa Veerle Vera Veronica Victor Viktor Vincent Vivian Walter Wanda Ward Warner
    Wendy Wesley Wessel Wiebe Wieke Wieneke Wiesje Wietske Wijnand Wil Wilco Wilfred Wilhelmina Willem Willemijn
    Wilma Wim Winnie Wobke Wouter Wubbo Wytske Xander Yara Yasemin Yasin Yasmin Yasmina Ybe Yoeri Younes Youssef
    Youssra Yusuf Yvette Yvonne Zahra Zakaria Zara Zeynep Zoë Ömer Özlem
    """.split()
)

UNSURE: Final = frozenset(
    "Ben Wil Will An Per Men Bij May Roos Floor Job Jet Hoop Storm Ward Mark Max Lies Mees Merel Beer Puck Maan".split()
)
"""First names that are ordinary words too: at the start of a sentence they need something more."""
